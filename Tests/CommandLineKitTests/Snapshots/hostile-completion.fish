# Completion of hostile for fish.

function __hostile_is_at
    set -l path ''
    set -l words (commandline -opc)
    for word in $words[2..-1]
        switch "$path|$word"
            case '|strange'
                set path 'strange'
            case '|help'
                set path 'help'
            case 'help|strange'
                set path 'help strange'
            case 'help|odd'
                set path 'help odd'
            case 'help|exit-codes'
                set path 'help exit-codes'
            case '*'
                break
        end
    end
    test "$path" = "$argv"
end

complete -c 'hostile' -f
complete -c 'hostile' -n '__hostile_is_at' -a 'strange' -d 'It\'s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot \'and one that begins with a quote.'
complete -c 'hostile' -n '__hostile_is_at' -a 'help' -d 'Show the help of a command or a topic.'
complete -c 'hostile' -n '__hostile_is_at' -l 'help' -s 'h' -d 'Show this help.'
complete -c 'hostile' -n '__hostile_is_at' -l 'version' -d 'Show the version.'
complete -c 'hostile' -n '__hostile_is_at strange' -F -d 'It\'s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot \'and one that begins with a quote.'
complete -c 'hostile' -n '__hostile_is_at strange' -l 'value' -r -f -a '\'it\\\'s\' \'a b\' \'$(id)\' \'`id`\' \'back\\\\slash\' c:d \'[e]\' \'~\'' -d 'It\'s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot \'and one that begins with a quote.'
complete -c 'hostile' -n '__hostile_is_at strange' -l 'help' -s 'h' -d 'Show this help.'
complete -c 'hostile' -n '__hostile_is_at help' -a 'strange' -d 'It\'s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot \'and one that begins with a quote.'
complete -c 'hostile' -n '__hostile_is_at help' -a 'odd' -d 'It\'s "so" `id` $(id) $HOME [a] (b): <c> {d} \\n \\fB *e* _f_ | & ; # ~ ! % ñ. .SH A line that begins with a dot \'and one that begins with a quote.'
complete -c 'hostile' -n '__hostile_is_at help' -a 'exit-codes' -d 'What the exit codes mean.'
