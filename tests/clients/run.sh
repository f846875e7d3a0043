#!/usr/bin/env bash
# Lets unmodified discord.js and discord.py clients live in `tandem sandbox`. Needs a built target/debug/tandem (or
# TANDEM=path); installs the clients outside the tree and skips, with a line that says so, what this machine lacks.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tandem=${TANDEM:-$here/../../target/debug/tandem}
work=$(mktemp -d)
sandbox=

finish() {
    if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap finish EXIT

# Starts a fresh local Discord and puts its ready line into TANDEM_SANDBOX.
start() {
    if [ -n "$sandbox" ]; then kill "$sandbox"; wait "$sandbox" 2>/dev/null || true; fi
    rm -f "$work/ready"
    mkfifo "$work/ready"
    "$tandem" sandbox --listen 127.0.0.1:0 >"$work/ready" &
    sandbox=$!
    # Opened once and kept open, so that the sandbox can go on writing.
    exec 3<"$work/ready"
    if ! IFS= read -r -t 30 TANDEM_SANDBOX <&3; then
        echo "tandem sandbox did not say that it is ready" >&2
        exit 1
    fi
    export TANDEM_SANDBOX
}

[ -x "$tandem" ] || { echo "there is no $tandem; run cargo build first" >&2; exit 1; }

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "skipped: discord.js (node or npm is not installed)"
elif [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18')" != true ]; then
    echo "skipped: discord.js (it needs Node 18 or newer, this is $(node --version))"
elif ! (mkdir "$work/js" && cd "$work/js" && npm install --silent --no-audit --no-fund discord.js@14 >"$work/npm.log" 2>&1); then
    tail -n 3 "$work/npm.log" >&2
    echo "skipped: discord.js (npm could not install it)"
else
    cp "$here/discord_js.mjs" "$work/js/"
    start
    node "$work/js/discord_js.mjs"
fi

if ! command -v python3 >/dev/null; then
    echo "skipped: discord.py (python3 is not installed)"
elif ! { python3 -m venv "$work/py" && "$work/py/bin/pip" install --quiet 'discord.py>=2.4,<3' audioop-lts\;python_version\>=\'3.13\'; } >"$work/pip.log" 2>&1; then
    tail -n 3 "$work/pip.log" >&2
    echo "skipped: discord.py (venv or pip could not install it)"
else
    start
    "$work/py/bin/python" "$here/discord_py.py"
fi
