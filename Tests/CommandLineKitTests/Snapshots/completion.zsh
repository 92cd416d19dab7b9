#compdef ferry
# Completion of ferry for zsh.

# Tells what is expected; while an option is typed that would keep it from being inserted.
_ferry_expect() {
  [[ $PREFIX == -* ]] || _message "$1"
}

_ferry() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
      'carry:Carry things over the river.'
      'log:Read and write the log.'
      'sink:Sink.'
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
    'carry')
      shift words
      (( CURRENT-- ))
      _arguments -S : \
        '*:thing: _ferry_expect thing' \
        '(--limit -n)--limit=[How many things to carry at once.]:count: ' \
        '(--limit -n)-n[How many things to carry at once.]:count: ' \
        '(--speed)--speed=[The share of the full speed, which is less when the water is low or the wind is up.]:share: ' \
        '(--bank)--bank=[The bank to land on.]:bank:(north south\ west \$HOME it\'\''s a\:b)' \
        '*--passenger=[Who comes along.]:name: ' \
        '(--quick -q)--quick[Do not wait for the full hour.]' \
        '(--quick -q)-q[Do not wait for the full hour.]' \
        '(--format)--format=[Form of the output.]:format:(text json csv)' \
        '(--output -o)--output=[Write to a file.]:file:_files' \
        '(--output -o)-o[Write to a file.]:file:_files' \
        '(--help -h)--help[Show this help.]' \
        '(--help -h)-h[Show this help.]'
      ;;
    'log')
      shift words
      (( CURRENT-- ))
      if (( CURRENT == 2 )); then
        commands=(
          'list:List the trips of a day.'
          'add:Add a trip to the log.'
        )
        _describe -t commands command commands
        _arguments -S : \
          '(--help -h)--help[Show this help.]' \
          '(--help -h)-h[Show this help.]'
        return
      fi
      case $words[2] in
        'list')
          shift words
          (( CURRENT-- ))
          _arguments -S : \
            '::day: _ferry_expect day' \
            '(--format)--format=[Form of the output.]:format:(text json csv)' \
            '(--output -o)--output=[Write to a file.]:file:_files' \
            '(--output -o)-o[Write to a file.]:file:_files' \
            '(--help -h)--help[Show this help.]' \
            '(--help -h)-h[Show this help.]'
          ;;
        'add')
          shift words
          (( CURRENT-- ))
          _arguments -S : \
            ':file:_files' \
            '::place:_files -/' \
            '(--pilot)--pilot=[Who steered.]:name: ' \
            '(--keep)--keep=[A remark.]:text: ' \
            '(--help -h)--help[Show this help.]' \
            '(--help -h)-h[Show this help.]'
          ;;
        *)
          _arguments -S : \
            '(--help -h)--help[Show this help.]' \
            '(--help -h)-h[Show this help.]'
          ;;
      esac
      ;;
    'sink')
      shift words
      (( CURRENT-- ))
      _arguments -S : \
        ':manner:(leak holes)' \
        '(--help -h)--help[Show this help.]' \
        '(--help -h)-h[Show this help.]'
      ;;
    'help')
      shift words
      (( CURRENT-- ))
      if (( CURRENT == 2 )); then
        commands=(
          'carry:Carry things over the river.'
          'log:Read and write the log.'
          'sink:Sink.'
          'tides:When the water is high.'
          'exit-codes:What the exit codes mean.'
        )
        _describe -t commands command commands
        return
      fi
      case $words[2] in
        'carry')
          shift words
          (( CURRENT-- ))
          _message 'no more arguments'
          ;;
        'log')
          shift words
          (( CURRENT-- ))
          if (( CURRENT == 2 )); then
            commands=(
              'list:List the trips of a day.'
              'add:Add a trip to the log.'
            )
            _describe -t commands command commands
            return
          fi
          case $words[2] in
            'list')
              shift words
              (( CURRENT-- ))
              _message 'no more arguments'
              ;;
            'add')
              shift words
              (( CURRENT-- ))
              _message 'no more arguments'
              ;;
          esac
          ;;
        'sink')
          shift words
          (( CURRENT-- ))
          _message 'no more arguments'
          ;;
        'tides')
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
  _ferry "$@"
else
  compdef _ferry 'ferry'
fi
