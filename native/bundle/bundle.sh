#!/bin/sh
# Bundles the distribution's JavaScriptCore for jsc-native: libraries, load order, hashes, licences, SBOM.
#
# Needs apt, but neither root nor an installed package: apt runs on a private state and cache, with the system's sources
# and keyring. The libraries get names of their own (soname, NEEDED, rpath $ORIGIN), so that no other GLib or ICU in the
# process can be taken for ours, nor ours for it; the names carry a hash of the packages, which keeps two bundles apart too.
#
# The finished bundle is kept per user; later builds check its hashes and copy it, without asking the network.
# Where there can be no bundle (no apt, another architecture, no network and nothing kept) this says so and succeeds: the
# jar then has classes only and the engine comes from the system.
set -eu

usage() {
  cat >&2 <<'USAGE'
usage: bundle.sh --output=DIR --version=VERSION [option...]
  --output=DIR        folder of the jar's contents (Maven's target/classes)
  --version=VERSION   version of jsc-native; starts with the engine's, as in 2.50.6-0.1.0
  --cache=DIR         where downloads and finished bundles are kept (default: $XDG_CACHE_HOME or ~/.cache, jsc4j/bundle-build)
  --refresh=true      ask the package index again instead of taking the bundle that is kept
  --offline=true      never use the network
  --skip=true         make no bundle
  --release=true      as --refresh, and no bundle, or another engine version than VERSION says, is an error
USAGE
  exit 2
}

output='' version='' cache='' refresh=false offline=false skip=false release=false
for option in "$@"; do
  value=${option#*=}
  case $option in
    --output=*) output=$value ;;
    --version=*) version=$value ;;
    --cache=*) cache=$value ;;
    --refresh=*) refresh=$value ;;
    --offline=*) offline=$value ;;
    --skip=*) skip=$value ;;
    --release=*) release=$value ;;
    *) usage ;;
  esac
done
if [ -z "$output" ] || [ -z "$version" ]; then usage; fi

export LC_ALL=C
umask 022
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$output"
output=$(cd "$output" && pwd)
content=io/jsc4j/engine/linux-x86_64
platform=linux-x86_64
work=''

say() { echo "jsc4j: $*" >&2; }

# What happened; what to do; and the last words of the tool that failed.
die() {
  say "the engine could not be bundled: $1"
  [ -z "$work" ] || [ ! -s "$work/log" ] || tail -n 8 "$work/log" | sed 's/^/jsc4j:   /' >&2
  say "what to do: $2"
  exit 1
}

clear_output() { rm -rf "${output:?}/$content" "${output:?}/META-INF/sbom"; }

without_bundle() {
  clear_output
  [ "$release" != true ] || die "$1" "make the release where apt and its package index can be reached, on x86_64"
  say "no bundled engine: $1; jsc4j will use the system's JavaScriptCore"
  exit 0
}

clean_up() { [ -z "$work" ] || rm -rf "$work"; }
trap clean_up EXIT
trap 'exit 130' HUP INT TERM

# ---- where a bundle is possible at all

[ "$skip" != true ] || without_bundle "it was not to be made (-Djsc4j.bundle.skip)"
[ "$(uname -s) $(uname -m)" = "Linux x86_64" ] || without_bundle "this is $(uname -s) $(uname -m), bundles are made for Linux x86_64"
for tool in apt-get apt-config dpkg-deb flock sha256sum tsort awk; do
  command -v "$tool" > /dev/null 2>&1 || without_bundle "$tool is not there (bundles are made on Debian and its relatives)"
done
[ -r /etc/os-release ] || without_bundle "/etc/os-release is not there, so the distribution is unknown"
# shellcheck source=/dev/null
distro_id=$(. /etc/os-release && echo "${ID:-}")
# shellcheck source=/dev/null
distro_like=$(. /etc/os-release && echo "${ID_LIKE:-}")
# shellcheck source=/dev/null
distro_version=$(. /etc/os-release && echo "${VERSION_ID:-rolling}")

# Ours alone, because what lies there is trusted later.
private_directory() { (umask 077 && mkdir -p "$1") 2> /dev/null && [ -d "$1" ] && [ -O "$1" ] && [ -w "$1" ]; }
if [ -n "$cache" ]; then
  private_directory "$cache" || die "$cache is no folder of this user that can be written" "name another one by -Djsc4j.bundle.cache=DIR"
else
  cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/jsc4j/bundle-build
  if ! private_directory "$cache"; then
    cache=$(dirname "$output")/bundle-build # lost by 'mvn clean', but it works without a home
    private_directory "$cache" || die "$cache is no folder of this user that can be written" "name another one by -Djsc4j.bundle.cache=DIR"
  fi
fi
cache=$(cd "$cache" && pwd)

# One build at a time in this cache: another one waits here and then finds the finished bundle.
exec 9> "$cache/lock"
flock -w 600 9 || die "another build has held $cache/lock for ten minutes" "end that build, or name another folder by -Djsc4j.bundle.cache=DIR"

# ---- the finished bundle

# Everything that shapes the bytes besides the packages.
recipe=$({ cat "$here/bundle.sh" "$here/sbom.awk" "$here/notice.txt"; echo "$version $distro_id $distro_version"; } | sha256sum | cut -c1-16)
pointer=$cache/current-$recipe

intact() { [ -s "$1/SHA256SUMS" ] && (cd "$1/tree" && sha256sum --quiet --status -c ../SHA256SUMS) 2> /dev/null; }

# Copies to the output unless it is there already, so that an unchanged jar is not packed again.
deliver() {
  if ! [ -d "$output/$content" ] || ! diff -rq "$1/tree/$content" "$output/$content" > /dev/null 2>&1 ||
    ! diff -rq "$1/tree/META-INF/sbom" "$output/META-INF/sbom" > /dev/null 2>&1; then
    clear_output
    mkdir -p "$output"
    cp -R "$1/tree/." "$output/"
  fi
  properties=$output/$content/bundle.properties
  engine=$(sed -n 's/^engine\.version=//p' "$properties")
  say "bundled engine: JavaScriptCore $engine ($(sed -n 's/^engine\.package=//p' "$properties")," \
    "$(sed -n 's/^library\.count=//p' "$properties") libraries, glibc $(sed -n 's/^glibc\.minimum=//p' "$properties") or later)$2"
  case $version in
    "$engine"-*) ;;
    *)
      [ "$release" != true ] || die "the engine is $engine, but jsc-native's version is $version" \
        "set the version in native/pom.xml and jsc-native.version in pom.xml to $engine-..."
      say "warning: the engine is $engine, but jsc-native's version is $version: change the version in native/pom.xml and jsc-native.version in pom.xml"
      ;;
  esac
}

take_kept=true
[ "$refresh" != true ] || [ "$offline" = true ] || take_kept=false
[ "$release" != true ] || take_kept=false
if [ $take_kept = true ] && [ -s "$pointer" ]; then
  kept=$cache/bundles/$(cat "$pointer")
  if intact "$kept"; then
    deliver "$kept" ", kept in $cache"
    exit 0
  fi
  rm -rf "$kept" "$pointer"
fi

# ---- apt with a state of its own

work=$(mktemp -d "$cache/work.XXXXXX")
mkdir -p "$cache/apt/lists/partial" "$cache/apt/cache/archives/partial" "$cache/debs" "$cache/bundles"
: > "$cache/apt/status" # nothing is installed: the whole closure is wanted
# The system's configuration (proxies, credentials) without its hooks, pins and locations, and without leave for unsigned indexes.
apt-config dump | awk 'tolower($1) !~ /^(apt::(update|architecture|compressor|get|default-release)|dpkg|dir::(state|cache|log|etc::(main|parts|preferences))|acquire::(indextargets|allow)|binary|commandline)/' > "$work/apt.conf"
cat >> "$work/apt.conf" <<CONF
Dir::Etc::main "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$cache/apt";
Dir::State::lists "$cache/apt/lists";
Dir::State::status "$cache/apt/status";
Dir::Cache "$cache/apt/cache";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::IndexTargets::deb-src::Sources::DefaultEnabled "false";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
APT::Update::Error-Mode "any";
CONF
export APT_CONFIG="$work/apt.conf"

# A source that fails must not stop the build: it may be somebody else's, or its index may be kept from the last time.
reached=false
: > "$work/log"
if [ "$offline" != true ]; then
  say "fetching JavaScriptCore from the distribution's package index (kept for later builds) ..."
  ! apt-get -q update > "$work/log" 2>&1 || reached=true
fi
[ "$release" != true ] || [ $reached = true ] || die "not every package index was read, so the engine may lack its latest fixes" \
  "make the release where all of apt's sources can be reached"

# Only signed indexes of the distribution itself count, by the Origin in their signed Release file.
distribution=0
for index in "$cache"/apt/lists/*Release; do
  [ -f "$index" ] || continue
  origin=$(sed -n 's/^Origin: *//p;/^SHA256:/q' "$index" | head -n 1 | tr '[:upper:]' '[:lower:]')
  signed=true
  case $index in *_InRelease) ;; *) [ -s "$index.gpg" ] || signed=false ;; esac
  case " $distro_id $distro_like " in *" $origin "*) ;; *) signed=false ;; esac
  if [ -n "$origin" ] && [ $signed = true ]; then
    distribution=$((distribution + 1))
  else
    prefix=${index%Release}
    rm -f "${prefix%In}"*
  fi
done
rm -f "$cache"/apt/cache/*.bin # made from all indexes
[ $distribution -gt 0 ] ||
  without_bundle "the distribution's package index cannot be reached and nothing is kept in $cache$(sed -n 's/^E: \(.*\)/ (\1)/p' "$work/log" | head -n 1)"

api='' package=''
for candidate in 6.0-1 4.1-0; do
  if apt-get -s -q install "libjavascriptcoregtk-$candidate" > "$work/plan" 2> "$work/log"; then
    api=${candidate%-*} package=libjavascriptcoregtk-$candidate
    break
  fi
done
[ -n "$package" ] || without_bundle "this distribution has neither libjavascriptcoregtk-6.0-1 nor libjavascriptcoregtk-4.1-0"

# ---- packages: the closure without what the C and C++ run-time systems bring, which is the host's

awk '$1 == "Inst" { sub(/^\(/, "", $3); print $2 "=" $3 }' "$work/plan" |
  grep -Ev '^(libc6|libcrypt1|libstdc\+\+6|libgcc-s1)=' | sort > "$work/closure"
# gcc-N-base has the copyright file of libatomic1, base-files the licence texts that such files refer to; patchelf is unpacked, never installed.
(cd "$cache/debs" && xargs apt-get -q download base-files patchelf < "$work/closure") >> "$work/log" 2>&1 ||
  if [ $reached = true ]; then
    die "the packages could not be downloaded" "look at the lines above, then try again; -Djsc4j.bundle.skip=true builds without a bundle"
  else
    without_bundle "there is no network and the packages are not kept in $cache"
  fi

mkdir "$work/x"
: > "$work/debs.tsv"
for wanted in $(cat "$work/closure") base-files patchelf; do
  name=${wanted%%=*}
  # apt writes an epoch's colon as %3a
  case $wanted in
    *=*) deb=$cache/debs/${name}_$(echo "${wanted#*=}" | sed 's/:/%3a/')_amd64.deb ;;
    *) # shellcheck disable=SC2012 # apt's names are plain
      deb=$(ls -t "$cache/debs/${name}_"*.deb | head -n 1) ;;
  esac
  dpkg-deb -x "$deb" "$work/x/$name" 2>> "$work/log" || die "cannot unpack $deb" "remove $cache and try again"
  # shellcheck disable=SC2016 # dpkg-deb's own placeholders
  dpkg-deb -W --showformat='${Package}\t${Version}\t${source:Package}\t${source:Version}' "$deb" >> "$work/debs.tsv"
  printf '\t%s\n' "$(sha256sum "$deb" | cut -d' ' -f1)" >> "$work/debs.tsv"
done
patchelf=$work/x/patchelf/usr/bin/patchelf
"$patchelf" --version >> "$work/log" 2>&1 || die "the distribution's patchelf does not run" "look at the lines above; libstdc++ must be installed"

# ---- libraries: what the engine's NEEDED entries ask for, and nothing else of the packages

find_library() { find "$work/x" \( -path "*/lib/$1" -o -path "*/lib/x86_64-linux-gnu/$1" \) | sort | head -n 1; }

main=$(find "$work/x/$package/usr/lib" -name 'libjavascriptcoregtk-*.so.*' | sed 's|.*/||' | grep -E '\.so\.[0-9]+$')
: > "$work/needed"
: > "$work/found"
queue=$main
while [ -n "$queue" ]; do
  soname=${queue%% *}
  queue=${queue#"$soname"}
  queue=${queue# }
  ! grep -q "^$soname	" "$work/found" || continue
  file=$(find_library "$soname")
  [ -n "$file" ] || die "no package of the closure has $soname" "add the library to the host's or the package to the closure, in native/bundle/bundle.sh"
  owner=${file#"$work/x/"}
  printf '%s\t%s\t%s\n' "$soname" "$file" "${owner%%/*}" >> "$work/found"
  echo "$soname $soname" >> "$work/needed"
  for needed in $("$patchelf" --print-needed "$file"); do
    case $needed in
      ld-linux-x86-64.so.2 | lib[cm].so.6 | libdl.so.2 | libpthread.so.0 | librt.so.1 | libresolv.so.2 | libutil.so.1) ;;
      libstdc++.so.6 | libgcc_s.so.1) ;;
      *)
        echo "$needed $soname" >> "$work/needed"
        queue="$queue${queue:+ }$needed"
        ;;
    esac
  done
done
tsort "$work/needed" > "$work/order" 2>> "$work/log" || die "the libraries need each other in a circle" "look at the lines above"

# ---- new names

cut -f 3 "$work/found" | sort -u > "$work/owners"
shipped=$work/shipped.tsv
awk -F '\t' 'NR == FNR { owner[$1]; next } $1 in owner' "$work/owners" "$work/debs.tsv" | sort > "$shipped"
id=$(sha256sum < "$shipped" | cut -c1-8)
tree=$work/bundle/tree
into=$tree/$content
mkdir -p "$into" "$tree/META-INF/sbom"
: > "$work/libraries.tsv"
while read -r soname; do
  file=$(grep "^$soname	" "$work/found" | cut -f 2)
  renamed=jsc4j-$id-$soname
  cp "$file" "$into/$renamed" # follows the link to the versioned file
  set --
  # shellcheck disable=SC2013 # sonames have no spaces
  for needed in $(awk -v s="$soname" '$2 == s && $1 != s { print $1 }' "$work/needed"); do
    set -- "$@" --replace-needed "$needed" "jsc4j-$id-$needed"
  done
  # One kind of change per call: patchelf 0.14 mixes up the strings when soname and rpath change together.
  # shellcheck disable=SC2016 # $ORIGIN is for the dynamic linker
  if ! { [ $# -eq 0 ] || "$patchelf" "$@" "$into/$renamed"; } 2>> "$work/log" ||
    ! "$patchelf" --set-soname "$renamed" "$into/$renamed" 2>> "$work/log" ||
    ! "$patchelf" --set-rpath '$ORIGIN' "$into/$renamed" 2>> "$work/log"; then
    die "patchelf cannot rename $soname" "look at the lines above"
  fi
  # What came out, because a wrong name would only show when another GLib is in the process.
  {
    echo "$renamed"
    echo "\$ORIGIN"
    "$patchelf" --print-needed "$file" | awk -v s="$soname" -v p="jsc4j-$id-" \
      'NR == FNR { if ($2 == s) ours[$1]; next } { print ($1 in ours ? p : "") $1 }' "$work/needed" -
  } > "$work/expected"
  { "$patchelf" --print-soname "$into/$renamed"; "$patchelf" --print-rpath "$into/$renamed"; "$patchelf" --print-needed "$into/$renamed"; } > "$work/got"
  diff "$work/expected" "$work/got" >> "$work/log" || die "patchelf left wrong names in $renamed (expected <, got >)" "look for a fault of $("$patchelf" --version)"
  chmod 644 "$into/$renamed"
  printf '%s\t%s\t%s\t%s\t%s\n' "$renamed" "$(sha256sum < "$into/$renamed" | cut -d' ' -f1)" "$(wc -c < "$into/$renamed")" \
    "$(grep "^$soname	" "$work/found" | cut -f 3)" "$soname" >> "$work/libraries.tsv"
done < "$work/order"

# ---- what the jar says about them

# Version names stand in the files' string tables; relative relocations need a dynamic linker from 2.36 on.
cat "$into"/jsc4j-* | grep -aoE 'GLIBC_2\.[0-9]+|GLIBC_ABI_DT_RELR|GLIBCXX_3\.4\.[0-9]+' | sed 's/GLIBC_ABI_DT_RELR/GLIBC_2.36/' | sort -Vu > "$work/versions"
glibc=$(grep '^GLIBC_' "$work/versions" | tail -n 1 | cut -d_ -f2)
glibcxx=$(grep '^GLIBCXX_' "$work/versions" | tail -n 1)
engine=$(grep "^$package	" "$shipped" | cut -f 2 | sed 's/^[0-9]*://; s/-[^-]*$//')

{
  echo "format=1"
  echo "platform=$platform"
  echo "engine.version=$engine"
  echo "engine.package=$package"
  echo "engine.api=$api"
  echo "glibc.minimum=$glibc"
  # the lines of sha256sum ("hash, two spaces, name, newline"), sorted as text
  echo "content.sha256=$(awk -F '\t' '{ print $2 "  " $1 }' "$work/libraries.tsv" | sort | sha256sum | cut -d' ' -f1)"
  awk -F '\t' '{
    printf "library.%d.name=%s\nlibrary.%d.sha256=%s\nlibrary.%d.size=%s\n", NR, $1, NR, $2, NR, $3
    last = $1
  } END { printf "library.count=%d\nlibrary.main=%s\n", NR, last }' "$work/libraries.tsv"
} | sort > "$into/bundle.properties"
grep -q "^library.main=jsc4j-$id-$main\$" "$into/bundle.properties" || die "$main is not last in the load order" "look at tsort's order in native/bundle/bundle.sh"

{
  printf 'package\tversion\tsource package\tsource version\n'
  cut -f 1-4 "$shipped"
} > "$into/packages.tsv"

# Copyright files, and the full texts that they only refer to. Some packages link to another one's folder.
: > "$work/licences.tsv"
while read -r name; do
  doc=usr/share/doc/$name
  from=$work/x/$name/$doc
  [ ! -L "$from" ] || from=$work/x/$(basename "$(readlink "$from")")/usr/share/doc/$(basename "$(readlink "$from")")
  [ -s "$from/copyright" ] || die "the package $name has no copyright file" "see where its licence stands, in native/bundle/bundle.sh"
  mkdir -p "$into/licenses/$name"
  cp "$from/copyright" "$into/licenses/$name/copyright"
  # only the machine-readable format names licences reliably
  if head -n 3 "$from/copyright" | grep -q '^Format:.*copyright-format'; then
    sed -n 's/^License: *//p' "$from/copyright" | sed 's/[[:space:]]*$//' | sort -u | awk -v p="$name" '$0 != "" { print p "\t" $0 }' >> "$work/licences.tsv"
  fi
done < "$work/owners"
mkdir "$into/licenses/common-licenses"
cat "$into"/licenses/*/copyright | grep -oE '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' | sort -u | while read -r text; do
  [ ! -f "$work/x/base-files$text" ] || cp "$work/x/base-files$text" "$into/licenses/common-licenses/"
done

{
  sed -e "s|@DISTRIBUTION@|$distro_id $distro_version|" -e "s|@GLIBC@|$glibc|" -e "s|@GLIBCXX@|$glibcxx|" \
    -e "s|@PATCHELF@|$("$patchelf" --version | cut -d' ' -f2)|" "$here/notice.txt"
  cut -f 3,4 "$shipped" | sort -u | awk -F '\t' '{ print "  apt-get source " $1 "=" $2 }'
} > "$into/NOTICE"

# package needs package, from library needs library
awk -F '\t' 'NR == FNR { owner[$1] = $3; next } { split($0, e, " "); if (owner[e[1]] != owner[e[2]]) print owner[e[2]] "\t" owner[e[1]] }' \
  "$work/found" "$work/needed" | sort -u > "$work/depends.tsv"
awk -F '\t' -v version="$version" -v distro="$distro_id" -v release="$distro_version" -v root="$package" -f "$here/sbom.awk" \
  "$work/licences.tsv" "$work/libraries.tsv" "$work/depends.tsv" "$shipped" > "$tree/META-INF/sbom/bom.cdx.json"

# ---- done: keep it and hand it over

(cd "$tree" && find . -type f | sort | xargs sha256sum) > "$work/bundle/SHA256SUMS"
key=$id-$recipe
intact "$cache/bundles/$key" || {
  rm -rf "$cache/bundles/$key"
  mv "$work/bundle" "$cache/bundles/$key"
}
echo "$key" > "$work/pointer"
mv "$work/pointer" "$pointer"
# The three newest bundles stay: other checkouts may have another recipe.
# shellcheck disable=SC2012 # our own plain names
ls -t "$cache/bundles" | tail -n +4 | while read -r old; do rm -rf "${cache:?}/bundles/$old"; done
rm -f "$cache"/apt/cache/*.bin
deliver "$cache/bundles/$key" ""
