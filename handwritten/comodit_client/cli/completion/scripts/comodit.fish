# Completion of comodit for fish 3.1 and newer. fish quotes the candidates for the line. Nothing here evaluates them or
# the line.
function __comodit_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    command -q -- $program; or set program comodit
    set -l line (string join \x1f -- $words[2..-1] "$current")
    set -l lines (_COMODIT_COMPLETE=fish _COMODIT_LINE="$line" $program 2>/dev/null </dev/null)
    set -l prefix "$lines[2]"
    set -l value (string replace -- "$prefix" '' "$current")
    switch "$lines[1]"
        case file
            printf '%s\n' "$prefix"(__fish_complete_path "$value")
        case folder
            printf '%s\n' "$prefix"(__fish_complete_directories "$value" '')
        case word name
            printf '%s\n' $lines[3..-1]
    end
end
complete --command comodit --no-files --keep-order --arguments '(__comodit_complete)'
