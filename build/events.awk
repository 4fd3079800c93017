# Reads a Maven log and prints what happened in it, one event a line, without the first `seen`:
#   module NAME                                  a module's build begins
#   test CLASS COUNT FAILED SKIPPED SECONDS      a test class is through

/^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]$/ {
    pom = 1
    next
}

# Maven prints the folder's pom on the line after a module's title.
pom && /^\[INFO\]   from / {
    pom = 0
    name = $3
    if (!sub(/\/pom\.xml$/, "", name)) next
    event("module " name)
    next
}

/Tests run: [0-9]+, .* -- in / {
    split($0, part, /Tests run: |, Failures: |, Errors: |, Skipped: |, Time elapsed: | s /)
    name = $NF
    sub(/.*\./, "", name)
    event("test " name " " part[2] " " (part[3] + part[4]) " " part[5] " " part[6])
}

function event(text) {
    if (++count > seen) print text
}
