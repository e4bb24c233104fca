# shellcheck shell=bash
# Completion of callboard's command line in bash. Commands and options are read from the program's own help and targets
# from its list, which only reads; the words that an option chooses from stand here (tests/app/completion.py holds them
# to the program). The functions share the variables of _callboard().

# The words of a line without their quotes; of the last also how it was typed, and the quotation mark it stands in.
_callboard_split()
{
    local line=$1 word='' char i
    words=() typed='' quote=''
    for ((i = 0; i < ${#line}; i++)); do
        char=${line:i:1}
        if [[ $char == \\ && $quote != "'" ]]; then
            i=$((i + 1))
            word+=${line:i:1}
            typed+=\\${line:i:1}
        elif [[ -z $quote && $char == [[:space:]] ]]; then
            [[ -z $typed ]] || words+=("$word")
            word='' typed=''
        else
            typed+=$char
            if [[ -n $quote && $char == "$quote" ]]; then
                quote=''
            elif [[ -z $quote && $char == [\'\"] ]]; then
                quote=$char
            else
                word+=$char
            fi
        fi
    done
    words+=("$word")
}

# The program's answer, and nothing where it has none.
_callboard_ask()
{
    command "$program" "$@" </dev/null 2>/dev/null
}

# One more word that may stand here, quoted as the line is. Readline replaces only what comes after $skip.
_callboard_offer()
{
    local word=$1
    [[ $word == "$value"* ]] || return
    case $quote in
    "'") word=${word//\'/\'\\\'\'} ;;
    '"') word=$(printf %s "$word" | sed 's/[\\"$`]/\\&/g') ;;
    *) [[ $word != *[!A-Za-z0-9,.:_@/+-]* ]] || printf -v word %q "$word" ;;
    esac
    COMPREPLY+=("${word#"$skip"}")
}

_callboard_offer_all()
{
    local word
    for word in "$@"; do
        _callboard_offer "$word"
    done
}

# A list with commas: what stands before the last one stays, and is not offered again.
_callboard_offer_list()
{
    local word before=''
    [[ $value != *,* ]] || before=${value%,*},
    for word in "$@"; do
        [[ ,$before == *",$word,"* ]] || _callboard_offer "$before$word"
    done
}

_callboard_offer_targets()
{
    local name
    while IFS= read -r name; do
        _callboard_offer "$name"
    done < <(_callboard_ask "${workspace[@]}" target list --json |
        sed -n 's/^{"id":[0-9]*,"name":"\(\([^"\\]\|\\["\\]\)*\)",.*/\1/; t good; d; :good; s/\\\(.\)/\1/g; p')
}

# @FILE, also behind 'Name: '
_callboard_offer_secrets()
{
    local path before=${value%%@*}@
    [[ -z $value || $value == *@* ]] || return
    while IFS= read -r path; do
        [[ ! -d $path ]] || path+=/
        _callboard_offer "$before$path"
    done < <(compgen -f -- "${value#*@}")
    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != */ ]] || compopt -o nospace
}

# What may be the value of an option, or of an argument by its name in the help.
_callboard_offer_values()
{
    local triggers=(success failure progress rating moderation transcode external)
    case $1 in
    --page) _callboard_offer_all overview deliveries failures targets assets receiver projects ;;
    --method) _callboard_offer_all POST PUT GET ;;
    --format) _callboard_offer_all lightflow spark cloudevents ;;
    --preset | PLATFORM) _callboard_offer_all lightflow spark ;;
    --sign) _callboard_offer_all none hmac ed25519 mux cloudflare body-sha256 body-sha512 cloudinary kaltura token ;;
    --auth) _callboard_offer_all none basic bearer oauth2 ;;
    --source) _callboard_offer_all lightflow encoder ;;
    --encoder) _callboard_offer_all zencoder ;;
    ENCODER) _callboard_offer_all zencoder brightcove ;;
    --on | --urgent) _callboard_offer_list "${triggers[@]}" ;;
    --scope) _callboard_offer_list events publish read notify ;;
    --state) _callboard_offer_list waiting queued sending retrying held delivered failed cancelled ;;
    --target | TARGET) _callboard_offer_targets ;;
    --workspace | --token-file | --new-key-file | --tls-certificate | --tls-key | --script | --screenshot | FILE | EVENT-FILE) compopt -o default ;;
    --ca-file | --client-certificate | --client-pkcs12) compopt -o default ;;
    --drop) compopt -o dirnames ;;
    PASSPHRASE) _callboard_offer_secrets ;;
    *) [[ $(grep -F "  $1 " <<<"$options") != *@FILE* ]] || _callboard_offer_secrets ;;
    esac
}

# Follows the words up to the last: which command, which of its arguments, and the option whose value is due.
_callboard_follow()
{
    local word
    for word in "${words[@]:1:${#words[@]}-2}"; do
        if [[ -n $due ]]; then
            [[ $due != --workspace ]] || workspace=(--workspace "${word/#\~\//$HOME/}")
            due=''
        elif [[ $word == --*=* ]]; then
            [[ $word != --workspace=* ]] || workspace=("$word")
        elif [[ $word == -?* ]]; then
            [[ $'\n'$options != *$'\n  '"$word "[A-Z]* ]] || due=$word
        elif [[ -n $word && $'\n'$commands$'\n' == *$'\n'"$word"$'\n'* ]]; then
            path+=("$word")
            _callboard_read_help
        else
            arguments=$(tail -n +2 <<<"$arguments")
        fi
    done
}

_callboard_read_help()
{
    local help shared
    shared=$(grep -E '^  --(workspace|json) ' <<<"$options")
    help=$(_callboard_ask "${path[@]}" --help)
    options=$(sed -n '/^Options:/,/^$/s/^  \(-h,\)\?--/  --/p' <<<"$help")
    [[ ${#path[@]} -eq 0 ]] || options+=$'\n'$shared
    commands=$(sed -n '/^Subcommands:/,/^$/s/^  \([a-z]\+\) .*/\1/p' <<<"$help")
    arguments=$(sed -n '/^Positionals:/,/^$/s/^  \([A-Z-]\+\) .*/\1/p' <<<"$help")
}

_callboard()
{
    local program=${1/#\~\//$HOME/} words typed quote value skip options='' commands='' arguments=''
    local path=() workspace=() due=''
    COMPREPLY=()
    _callboard_split "${COMP_LINE:0:COMP_POINT}"
    _callboard_read_help
    _callboard_follow
    value=${words[-1]}
    if [[ -z $due && $value == --*=* ]]; then
        due=${value%%=*} value=${value#*=} typed=${typed#*=}
    fi
    typed=${typed#"$quote"} skip=${typed%"$2"}
    if [[ -n $due ]]; then
        _callboard_offer_values "$due"
    elif [[ $value == -?* || -z $commands$arguments ]]; then
        mapfile -t words < <(sed -n 's/^  \(--[a-z0-9-]*\).*/\1/p' <<<"$options")
        _callboard_offer_all "${words[@]}"
    elif [[ -n $commands ]]; then
        mapfile -t words <<<"$commands"
        _callboard_offer_all "${words[@]}"
    else
        _callboard_offer_values "${arguments%%$'\n'*}"
    fi
}

complete -F _callboard callboard
