"""A flow of tasks that hold a slot of the tag gpu until the file named by argument 2 is there."""

import sys
import time
from pathlib import Path

from prefect import flow, task

name, gate, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])


@task(tags=["gpu"], task_run_name=name + " {number}")
def hold(number: int) -> None:
    while not gate.exists():
        time.sleep(0.1)


@flow(name=name)
def limited() -> None:
    for run in [hold.submit(number) for number in range(count)]:
        run.result()


limited()
