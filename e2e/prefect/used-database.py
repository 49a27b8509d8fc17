"""Prints the database that Prefect would use here, or why it does not start, as one JSON line."""

import json
import os
import sqlite3
import warnings

warnings.simplefilter("ignore")


def used_database() -> str:
    from prefect.settings import get_current_settings
    from sqlalchemy.ext.asyncio import create_async_engine

    url = get_current_settings().server.database.connection_url.get_secret_value()
    engine = create_async_engine(url)
    if engine.dialect.name != "sqlite":
        return engine.dialect.name
    (name,), options = engine.dialect.create_connect_args(engine.url)
    is_uri = options.get("uri", False)
    if not is_uri and name != ":memory:":
        os.makedirs(os.path.dirname(name), exist_ok=True)
    # SQLite itself says which file it has opened.
    opened = sqlite3.connect(name, uri=is_uri)
    return opened.execute("PRAGMA database_list").fetchone()[2] or "sqlite_memory"


try:
    answer = {"uses": used_database()}
except Exception as error:
    answer = {"uses": None, "error": f"{type(error).__name__}: {error}"[:300]}
print("\n" + json.dumps(answer))
