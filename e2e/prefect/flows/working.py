"""A flow as users have them: tasks under a tag limit and under a global one."""

from prefect import flow, task
from prefect.concurrency.sync import concurrency


@task(tags=["lab"])
def measure(number: int) -> int:
    return number


@task
def publish(number: int) -> int:
    with concurrency("desk"):
        return number


@flow(name="working", log_prints=True)
def working() -> int:
    measured = measure.map(range(4)).result()
    return sum(publish.map(measured).result())


assert working() == 6
