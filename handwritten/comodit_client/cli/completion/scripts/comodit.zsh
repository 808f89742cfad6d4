#compdef comodit
# Completion of comodit for zsh. compadd quotes the candidates for the line. Nothing here evaluates them or the line.
_comodit() {
    local program=${(Q)words[1]} kind prefix
    local -a given lines candidates
    whence -p -- "$program" >/dev/null || program=comodit
    given=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    lines=("${(@f)$(
        _COMODIT_COMPLETE=zsh _COMODIT_LINE="${(pj:\x1f:)given}" "$program" 2>/dev/null </dev/null
    )}")
    kind=$lines[1] prefix=$lines[2]
    candidates=("${(@)lines[3,-1]}")
    [[ -z $prefix ]] || compset -P "${(b)prefix}"
    case $kind in
        file) _files ;;
        folder) _files -/ ;;
        word) _describe -V comodit candidates ;;
        name) compadd -a candidates ;;
        *) return 1 ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _comodit "$@"
else
    compdef _comodit comodit
fi
