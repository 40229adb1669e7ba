/** Layout rules: one a line; a line that starts with white space continues the one above. */
grammar SpecLayout;

rules: NL* (layoutRule (NL+ layoutRule)*)? NL* EOF ;

layoutRule
    : 'short' 'name' name # shortName
    | 'byte' 'order' ('big' | 'little') # fixedOrder
    | 'byte' 'order' 'from' path # flagOrder
    | 'let' name '=' term # definition
    | 'accept' path 'in' '{' term (',' term)* '}' # accept
    | 'accept' 'any' path # acceptAny
    | 'missing' 'octets' 'are' 'zero' # zeroExtended
    | modal path ('before' path)+ # before
    | modal term ('as' name)? # constraint
    | 'frame' path (',' path)* # frame
    | 'align' NUMBER # align
    | 'optional' 'when' term # optionalRecords
    | 'given' path # given
    | 'limit' path NUMBER # limit
    | 'since' NUMBER ':' path (',' path)* # since
    | 'stream' name ('when' term)? ':' pattern # stream
    | 'imply' path 'before' path 'in' name # imply
    | path 'continues' 'as' document ('until' path (',' path)*)? ('when' term)? # continues
    | path 'resumes' 'behind' path (',' path)* unless? # resumes
    | modal changes ('raise' | 'raises') path # raises
    | modal 'record' 'changes' 'need' 'new' 'type' # newType
    | 'new' 'mandatory' 'records' 'break' 'old' 'readers' # breaksReaders
    | modal path (',' path)* ('stay' | 'stays') # stays
    | path 'names' valueName (',' valueName)* # valueNames
    | path ':' type ('when' term)? # fieldType
    ;

modal: 'require' | 'expect' ;

/** What a rule of evolution speaks of. */
changes: 'any' 'change' | ('header' | 'record' | 'breaking') 'changes' | 'new' 'mandatory'? 'records' ;

unless: 'unless' path (',' path)* ('follows' | 'follow') ;

valueName: NUMBER name ;

document: name ('-' (name | NUMBER))* ;

type
    : type '[' extent ']' # arrayType
    | type 'for' 'each' path ('where' term)? # forEachType
    | 'text' 'until' NUMBER # terminatedType
    | '(' member (',' member)* ')' # groupType
    | name # simpleType
    ;

member: name ':' type ;

extent: 'to' 'end' # toEnd | term # counted ;

term
    : '(' term ')' # parenthesised
    | ('size' | 'count') '(' path ')' # measure
    | NUMBER # number
    | path # reference
    | term operator=('*' | '/' | '%') term # binary
    | term operator=('+' | '-') term # binary
    | term operator=('<<' | '>>') term # binary
    | term operator='&' term # binary
    | term 'not'? 'in' '{' item (',' item)* '}' # membership
    | term operator=('==' | '!=' | '<=' | '<' | '>=' | '>') term # binary
    | 'not' term # not
    | term operator='and' term # binary
    | term operator='or' term # binary
    | <assoc = right> term '?' term ':' term # choice
    ;

item: term ('to' term)? ;

pattern
    : repeated # single
    | repeated (',' repeated)+ # sequence
    | repeated ('|' repeated)+ # alternatives
    | repeated ('&' repeated)+ # interleaved
    ;

repeated: (path | '(' pattern ')') sign=('?' | '*' | '+')? ;

path: name ('.' name)* ;

/** The words of the language are names too, where the grammar leaves no doubt. */
name
    : NAME
    | 'short' | 'name' | 'names' | 'byte' | 'order' | 'big' | 'little' | 'from' | 'accept' | 'before' | 'frame'
    | 'align' | 'optional' | 'limit' | 'since' | 'stream' | 'continues' | 'as' | 'until' | 'each' | 'text' | 'size'
    | 'count' | 'end' | 'for' | 'imply' | 'any' | 'resumes' | 'behind' | 'unless' | 'follows' | 'follow'
    | 'raise' | 'raises' | 'record' | 'records' | 'changes' | 'change' | 'need' | 'new' | 'type' | 'mandatory' | 'break'
    | 'breaking' | 'old' | 'readers' | 'stay' | 'stays' | 'header'
    | 'missing' | 'octets' | 'are' | 'zero' | 'given'
    ;

NUMBER: '0' [xX] [0-9A-Fa-f]+ | [0-9]+ ;
NAME: LETTER SIGN* ;
REMARK: '#' ~[\r\n]* -> skip ;
CONTINUED: '\r'? '\n' [ \t]+ -> skip ;
NL: '\r'? '\n' ;
SPACE: [ \t]+ -> skip ;
OTHER: . ;

// The sets \p{L} and \p{N} would do, but each has hundreds of ranges, and to load them takes longer than to read a document.
fragment LETTER: [A-Za-z_] | ~[\u0000-\u007F] { Letters.isLetter(_input.LA(-1)) }? ;
fragment SIGN: [A-Za-z0-9_] | ~[\u0000-\u007F] { Letters.isLetterOrNumber(_input.LA(-1)) }? ;
