#compdef hostile
# Completion of hostile for zsh.

# Tells what is expected; while an option is typed that would keep it from being inserted.
_hostile_expect() {
  [[ $PREFIX == -* ]] || _message "$1"
}

_hostile() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
      'strange:It'\''s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot '\''and one that begins with a quote.'
      'help:Show the help of a command or a topic.'
    )
    _describe -t commands command commands
    _arguments -S : \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version)--version[Show the version.]'
    return
  fi
  case $words[2] in
    'strange')
      shift words
      (( CURRENT-- ))
      _arguments -S : \
        ':a\:[b]'\''$(id):_files' \
        '::x\:[y] '\''$(id) z: _hostile_expect x\:\[y\]\ \'\''\$\(id\)\ z' \
        '(--value)--value=[It'\''s "so" `id` $(id) $HOME \[a\] (b)\: <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot '\''and one that begins with a quote.]:it'\''s\: [x]:(it\'\''s a\ b \$\(id\) \`id\` back\\slash c\:d \[e\] \~)' \
        '(--help -h)--help[Show this help.]' \
        '(--help -h)-h[Show this help.]'
      ;;
    'help')
      shift words
      (( CURRENT-- ))
      if (( CURRENT == 2 )); then
        commands=(
          'strange:It'\''s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot '\''and one that begins with a quote.'
          'odd:It'\''s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot '\''and one that begins with a quote.'
          'exit-codes:What the exit codes mean.'
        )
        _describe -t commands command commands
        return
      fi
      case $words[2] in
        'strange')
          shift words
          (( CURRENT-- ))
          _message 'no more arguments'
          ;;
        'odd')
          shift words
          (( CURRENT-- ))
          _message 'no more arguments'
          ;;
        'exit-codes')
          shift words
          (( CURRENT-- ))
          _message 'no more arguments'
          ;;
      esac
      ;;
    *)
      _arguments -S : \
        '(--help -h)--help[Show this help.]' \
        '(--help -h)-h[Show this help.]' \
        '(--version)--version[Show the version.]'
      ;;
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _hostile "$@"
else
  compdef _hostile 'hostile'
fi
