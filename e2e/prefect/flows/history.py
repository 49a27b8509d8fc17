"""Runs flows of many kinds against the server, so that its database has a history."""

from contextlib import suppress

from prefect import flow, tags, task
from prefect.cache_policies import INPUTS


@task
def step(number: int) -> int:
    return number + 1


@task(name="load_table", tags=["io", "gpu"])
def load(table: str) -> str:
    return table


@task(name="Über-Schritt", tags=["io"], task_run_name="Über {number}", version="7")
def named(number: int) -> int:
    return number


@task(cache_policy=INPUTS, persist_result=True, tags=["cached"])
def remembered(number: int) -> int:
    return number


@task(retries=1, retry_delay_seconds=0)
def shaky() -> None:
    raise ValueError("never works")


@flow(name="etl_daily", version="1.0", flow_run_name="daily load")
def etl_daily(table: str = "sales") -> str:
    return load(table)


@flow(name="ETL_Daily", version="2")
def etl_daily_upper() -> None:
    for number in range(3):
        step.submit(number).wait()
    named(1)


@flow(name="always fails", version="1.0")
def always_fails() -> None:
    shaky()


@flow(name="fails early")
def fails_early() -> None:
    raise RuntimeError("before any task")


@flow(name="crashes")
def crashes() -> None:
    step(1)
    raise KeyboardInterrupt


@flow(name="twice lucky", retries=1, retry_delay_seconds=0, version="é-1")
def twice_lucky(memory: list) -> None:
    memory.append(1)
    if len(memory) == 1:
        raise ValueError("first time")


@flow(name="child")
def child(number: int) -> int:
    return step(number)


@flow(name="parent", version="2")
def parent() -> None:
    child(1)
    child(2)


@flow(name="Über-parent")
def grandparent() -> None:
    parent()


@flow(name="remembers")
def remembers() -> None:
    remembered(1)
    remembered(1)


@flow(name="no tasks")
def no_tasks() -> None:
    pass


@flow(name="数据 🚀")
def unicode_name() -> None:
    named(2)


def main() -> None:
    etl_daily()
    with tags("nightly", "gpu"):
        etl_daily("customers")
        always = always_fails.with_options(flow_run_name="100% sure_to fail")
        with suppress(Exception):
            always()
    with tags("Nightly"):
        etl_daily_upper()
    with tags("a", "b", "ü", 'quote"d', "back\\slash"):
        unicode_name()
        no_tasks()
    for failing in (always_fails, fails_early):
        with suppress(Exception):
            failing()
    with suppress(BaseException):
        crashes()
    twice_lucky([])
    grandparent()
    with tags("nightly"):
        parent()
        child(3)
    remembers()
    no_tasks()


main()
