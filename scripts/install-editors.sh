#!/usr/bin/env bash
# Installs the editors that the tests drive, from Debian: Neovim and tmux as packages; Helix as a package where this
# Debian has it (13 and later), otherwise unpacked from there, with its C library, into build/editors/helix.
# Tests whose editor is missing skip and say so; nothing else needs these programs.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v apt-get >/dev/null; then
  echo "install-editors: no apt-get here; install neovim, tmux and helix by hand" >&2
  exit 0
fi

apt() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@"; }

needed=()
command -v nvim >/dev/null || needed+=(neovim)
command -v tmux >/dev/null || needed+=(tmux)
if [ ${#needed[@]} -gt 0 ]; then
  apt update
  apt install -y --no-install-recommends "${needed[@]}" >/dev/null
fi

command -v hx >/dev/null && exit 0
prefix="$PWD/build/editors/helix"
[ -x "$prefix/hx" ] && exit 0
if apt-cache show hx >/dev/null 2>&1; then
  apt install -y --no-install-recommends hx >/dev/null
  exit 0
fi

# The same mirror as configured, the release that has Helix.
mirror="$(apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' 2>/dev/null | awk '$2 == "Debian" { print $1 }' | sort | head -n 1)"
if [ -z "$mirror" ]; then
  echo "install-editors: no Debian mirror is configured; Helix is left out" >&2
  exit 0
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$prefix"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > "$work/sources.list"
later=(-o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt "${later[@]}" update
(cd "$work/debs" && apt "${later[@]}" download hx libc6 libgcc-s1)
for deb in "$work"/debs/*.deb; do dpkg-deb -x "$deb" "$prefix/root"; done
libraries="$(dirname "$(find "$prefix/root" -name libc.so.6 -print -quit)")"
loader="$(find "$prefix/root" -name 'ld-linux-*.so.*' -print -quit)"
binary="$(find "$prefix/root" -path '*/lib/hx/hx' -print -quit)"
cat > "$prefix/hx" <<EOF
#!/bin/sh
HELIX_RUNTIME="$(dirname "$binary")/runtime" exec "$loader" --library-path "$libraries" "$binary" "\$@"
EOF
chmod +x "$prefix/hx"
