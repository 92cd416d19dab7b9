# Completion of hostile for bash.

_hostile_offer() {
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

_hostile() {
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
            '|strange') path='strange' ;;
            '|help') path='help' ;;
            'strange|--value') previous=$word ;;
            'help|strange') path='help strange' ;;
            'help|odd') path='help odd' ;;
            'help|exit-codes') path='help exit-codes' ;;
            *'|--') ended=1 ;;
            *'|-'[!0-9.]*) ;;
            *) count+=1 ;;
        esac
    done
    if [[ $current == '=' ]]; then current=''; fi
    if [[ $previous ]]; then
        case "$path|$previous" in
            'strange|--value') _hostile_offer 'it'\''s' 'a b' '$(id)' '`id`' 'back\slash' 'c:d' '[e]' '~' ;;
        esac
        return
    fi
    if [[ ! $ended && $current == -* ]]; then
        case $path in
            '') _hostile_offer '--help' '-h' '--version' ;;
            'strange') _hostile_offer '--value' '--help' '-h' ;;
        esac
        return
    fi
    case "$path|$count" in
        '|0') _hostile_offer 'strange' 'help' ;;
        'strange|0') compopt -o default ;;
        'help|0') _hostile_offer 'strange' 'odd' 'exit-codes' ;;
    esac
}

complete -F _hostile 'hostile'
