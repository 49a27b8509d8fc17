"""Migrates prefect.db in PREFECT_HOME to each given revision and keeps a copy at each."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import anyio
from prefect.server.database.alembic_commands import alembic_upgrade
from prefect.settings import get_current_settings


async def main() -> None:
    home = Path(get_current_settings().home)
    for revision in sys.argv[1:]:
        # Prefect's migrations look for the event loop of the thread that started them.
        await anyio.to_thread.run_sync(alembic_upgrade, revision)
        with (
            closing(sqlite3.connect(home / "prefect.db")) as source,
            closing(sqlite3.connect(home / f"{revision}.db")) as copy,
        ):
            source.backup(copy)


anyio.run(main)
