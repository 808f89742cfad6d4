# Completion of comodit for bash 4 and newer.
# The candidates are inserted as they come, quoted for the line. Nothing here evaluates them or the line.
_comodit() {
    local program=$1 kind='' line
    COMPREPLY=()
    type -P -- "$program" >/dev/null || program=comodit
    while IFS= read -r line; do
        if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
    done < <(
        _COMODIT_COMPLETE=bash _COMODIT_LINE="${COMP_LINE:0:COMP_POINT}" _COMODIT_BREAKS="$COMP_WORDBREAKS" \
            "$program" 2>/dev/null </dev/null
    )
    case $kind in
        file) compopt -o default ;;
        folder) compopt -o dirnames ;;
    esac
}
complete -o nosort -F _comodit comodit 2>/dev/null || complete -F _comodit comodit
