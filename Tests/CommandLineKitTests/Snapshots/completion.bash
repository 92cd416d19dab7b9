# Completion of ferry for bash.

_ferry_offer() {
    local word done=''
    if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then done=${current%:*}:; fi
    for word in "$@"; do
        if [[ $word == "$current"* ]]; then
            word=${word#"$done"}
            printf -v word %q "$word"
            COMPREPLY+=("$word")
        fi
    done
}

_ferry() {
    local current previous='' path='' ended='' joint='' word
    local -a words=()
    local -i i last count=0
    COMPREPLY=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 1)) && [[ $word == :* || ($joint && $word) ]]; then
            words[last]+=$word
        else
            last=${#words[@]}
            words[last]=$word
        fi
        joint=''
        if [[ $word == ':' ]]; then joint=1; fi
    done
    current=${words[last]}
    for ((i = 1; i < last; i++)); do
        word=${words[i]}
        if [[ $word == '=' ]]; then
            continue
        elif [[ $previous ]]; then
            previous=''
            continue
        elif [[ $ended ]]; then
            count+=1
            continue
        fi
        case "$path|$word" in
            '|carry') path='carry' ;;
            '|log') path='log' ;;
            '|sink') path='sink' ;;
            '|help') path='help' ;;
            'carry|--limit' | 'carry|-n') previous=$word ;;
            'carry|--speed') previous=$word ;;
            'carry|--bank') previous=$word ;;
            'carry|--passenger') previous=$word ;;
            'carry|--format') previous=$word ;;
            'carry|--output' | 'carry|-o') previous=$word ;;
            'log|list') path='log list' ;;
            'log|add') path='log add' ;;
            'log list|--format') previous=$word ;;
            'log list|--output' | 'log list|-o') previous=$word ;;
            'log add|--pilot') previous=$word ;;
            'log add|--keep') previous=$word ;;
            'help|carry') path='help carry' ;;
            'help|log') path='help log' ;;
            'help|sink') path='help sink' ;;
            'help|tides') path='help tides' ;;
            'help|exit-codes') path='help exit-codes' ;;
            'help log|list') path='help log list' ;;
            'help log|add') path='help log add' ;;
            *'|--') ended=1 ;;
            *'|-'[!0-9.]*) ;;
            *) count+=1 ;;
        esac
    done
    if [[ $current == '=' ]]; then current=''; fi
    if [[ $previous ]]; then
        case "$path|$previous" in
            'carry|--bank') _ferry_offer 'north' 'south west' '$HOME' 'it'\''s' 'a:b' ;;
            'carry|--format') _ferry_offer 'text' 'json' 'csv' ;;
            'carry|--output' | 'carry|-o') compopt -o default ;;
            'log list|--format') _ferry_offer 'text' 'json' 'csv' ;;
            'log list|--output' | 'log list|-o') compopt -o default ;;
        esac
        return
    fi
    if [[ ! $ended && $current == -* ]]; then
        case $path in
            '') _ferry_offer '--help' '-h' '--version' ;;
            'carry') _ferry_offer '--limit' '-n' '--speed' '--bank' '--passenger' '--quick' '-q' '--format' '--output' '-o' '--help' '-h' ;;
            'log') _ferry_offer '--help' '-h' ;;
            'log list') _ferry_offer '--format' '--output' '-o' '--help' '-h' ;;
            'log add') _ferry_offer '--pilot' '--keep' '--help' '-h' ;;
            'sink') _ferry_offer '--help' '-h' ;;
        esac
        return
    fi
    case "$path|$count" in
        '|0') _ferry_offer 'carry' 'log' 'sink' 'help' ;;
        'log|0') _ferry_offer 'list' 'add' ;;
        'log add|0') compopt -o default ;;
        'log add|1') compopt -o dirnames ;;
        'sink|0') _ferry_offer 'leak' 'holes' ;;
        'help|0') _ferry_offer 'carry' 'log' 'sink' 'tides' 'exit-codes' ;;
        'help log|0') _ferry_offer 'list' 'add' ;;
    esac
}

complete -F _ferry 'ferry'
