#!/usr/bin/env bash
# tsan_qt.sh DIRECTORY: builds Qt's Core, Network, Xml and Test of the very version that is installed for
# ThreadSanitizer, from Debian's source package, into DIRECTORY/lib. Without it everything that goes through Qt's event
# queue looks like a race: the locks inside Debian's Qt can't be seen. Takes about twenty minutes, once.
set -euo pipefail
place=$1
[ ! -e "$place/lib/libQt6Core.so.6" ] || exit 0
mkdir -p "$place/apt/lists/partial" "$place/source"
cd "$place/source"

# The machine's own package sources, asked for source packages.
for list in /etc/apt/sources.list.d/*.sources; do
    [ -e "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list"
done >"$place/apt/source.sources"
if [ -s /etc/apt/sources.list ]; then
    sed -n 's/^deb /deb-src /p' /etc/apt/sources.list
fi >"$place/apt/source.list"
apt=(-o "Dir::Etc::sourcelist=$place/apt/source.list" -o "Dir::Etc::sourceparts=$place/apt"
    -o "Dir::State::lists=$place/apt/lists" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update -qq
version=$(dpkg-query -W -f '${Version}' libqt6core6)
apt-get "${apt[@]}" source --download-only "qt6-base=$version"
tar xf qt6-base_*.orig.tar.*

flags="-fsanitize=thread -O1 -g1"
off=()
for feature in gui widgets sql dbus glib concurrent androiddeployqt precompile_header; do
    off+=("-DFEATURE_$feature=OFF")
done
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
cmake -S qtbase-everywhere-src-* -B build -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo "${launcher[@]}" \
    -DCMAKE_CXX_FLAGS="$flags" -DCMAKE_C_FLAGS="$flags" -DCMAKE_SHARED_LINKER_FLAGS=-fsanitize=thread \
    -DCMAKE_EXE_LINKER_FLAGS=-fsanitize=thread -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF "${off[@]}"
cmake --build build --target Core Network Xml Test
mkdir -p "$place/lib"
cp -P build/lib/libQt6{Core,Network,Xml,Test}.so* "$place/lib/"
