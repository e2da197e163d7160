# Writes a CycloneDX 1.6 SBOM of the bundle as JSON. No time and no random number: the same packages give the same bytes.
#
# Input, tab separated, in this order:
#   licences.tsv   package, licence name
#   libraries.tsv  file, sha256, size, package, original soname
#   depends.tsv    package, package it needs
#   shipped.tsv    package, version, source package, source version, sha256 of the .deb
# Variables: version (of jsc-native), distro, release (both from os-release), root (the package with the engine).

# Names and versions of packages and licences have none of these characters; without them nothing needs an escape.
function json(text) {
  gsub(/["\\[:cntrl:]]/, " ", text)
  return "\"" text "\""
}

function encoded(text) {
  gsub(/%/, "%25", text)
  gsub(/:/, "%3A", text)
  gsub(/\+/, "%2B", text)
  gsub(/ /, "%20", text)
  return text
}

function purl(package) {
  return "pkg:deb/" distro "/" encoded(package) "@" encoded(versions[package]) "?arch=amd64&distro=" distro "-" encoded(release)
}

function sha256(hash) {
  return "\"hashes\": [ { \"alg\": \"SHA-256\", \"content\": " json(hash) " } ]"
}

# Files are told apart by name: counting them would miss an empty one.
FILENAME ~ /licences\.tsv$/ {
  licences[$1] = licences[$1] (licences[$1] == "" ? "" : ", ") "{ \"license\": { \"name\": " json($2) " } }"
  next
}

FILENAME ~ /libraries\.tsv$/ {
  files[$4] = files[$4] (files[$4] == "" ? "" : ",\n") \
    "        { \"type\": \"file\", \"name\": " json($1) ", " sha256($2) ",\n" \
    "          \"properties\": [ { \"name\": \"jsc4j:soname\", \"value\": " json($5) " } ] }"
  next
}

FILENAME ~ /depends\.tsv$/ {
  needs[$1] = needs[$1] (needs[$1] == "" ? "" : SUBSEP) $2
  next
}

{
  order[++count] = $1
  versions[$1] = $2
  sources[$1] = $3 " " $4
  debs[$1] = $5
}

END {
  self = "pkg:maven/io.jsc4j/jsc-native@" encoded(version) "?classifier=linux-x86_64"
  print "{"
  print "  \"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\","
  print "  \"bomFormat\": \"CycloneDX\","
  print "  \"specVersion\": \"1.6\","
  print "  \"version\": 1,"
  print "  \"metadata\": {"
  print "    \"component\": { \"type\": \"library\", \"bom-ref\": " json(self) ", \"group\": \"io.jsc4j\", \"name\": \"jsc-native\", \"version\": " json(version) ", \"purl\": " json(self) " }"
  print "  },"
  print "  \"components\": ["
  for (i = 1; i <= count; i++) {
    p = order[i]
    print "    {"
    print "      \"type\": \"library\","
    print "      \"bom-ref\": " json(purl(p)) ","
    print "      \"name\": " json(p) ","
    print "      \"version\": " json(versions[p]) ","
    # of the package as the distribution publishes it; the files below have the hashes of what is in the jar
    print "      " sha256(debs[p]) ","
    if (licences[p] != "") print "      \"licenses\": [ " licences[p] " ],"
    print "      \"purl\": " json(purl(p)) ","
    print "      \"pedigree\": { \"notes\": \"Soname, NEEDED entries and rpath changed by patchelf; code unchanged.\" },"
    print "      \"properties\": [ { \"name\": \"jsc4j:source\", \"value\": " json(sources[p]) " } ],"
    print "      \"components\": ["
    print files[p]
    print "      ]"
    print "    }" (i < count ? "," : "")
  }
  print "  ],"
  print "  \"dependencies\": ["
  print "    { \"ref\": " json(self) ", \"dependsOn\": [ " json(purl(root)) " ] },"
  for (i = 1; i <= count; i++) {
    p = order[i]
    n = split(needs[p], needed, SUBSEP)
    line = ""
    for (k = 1; k <= n; k++) line = line (k > 1 ? ", " : "") json(purl(needed[k]))
    print "    { \"ref\": " json(purl(p)) ", \"dependsOn\": [ " line " ] }" (i < count ? "," : "")
  }
  print "  ]"
  print "}"
}
