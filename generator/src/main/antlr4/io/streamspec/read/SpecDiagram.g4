/** An octet diagram. Tokens keep their columns; which octets a box covers is worked out from them. */
grammar SpecDiagram;

diagram: line* EOF ;

line
    : ticks NL
    | RULE NL
    | cells NL
    | DOTS NL
    | stray NL
    | NL
    ;

/** The octets of a row, counted, and the unit's name. */
ticks: NUMBER NUMBER* unit=WORD ;

cells: BAR (label? BAR)* label? ;

label
    : '(' {_input.LT(1).getText().equalsIgnoreCase("reserved")}? WORD ')' # reserved
    | name '(' from=NUMBER to=WORD most=NUMBER unit=WORD ')' # padding
    | name '(' size=NUMBER unit=WORD ')' DOTS? # sized
    | name ('(' alias=WORD ')')? index? ('.' member=name)? DOTS? # named
    ;

name: (WORD | NUMBER) (WORD | NUMBER | '/' | '-' | '&' | '_' | '\\')* ;

index: '[' indexPart+ ']' ;

indexPart: WORD | NUMBER | '-' | '+' | '*' | '/' | '.' | ',' | '(' | ')' | DOTS ;

stray: ~(NL | BAR | RULE | EOF) ~NL* | BAR ~NL* ;

RULE: '+' [-+]+ ;
DOTS: '...' ;
BAR: '|' ;
NUMBER: [0-9]+ ;
WORD: LETTER (SIGN | ['])* ;
NL: '\r'? '\n' ;
SPACE: [ \t]+ -> channel(HIDDEN) ;
OTHER: . ;

// The sets \p{L} and \p{N} would do, but each has hundreds of ranges, and to load them takes longer than to read a document.
fragment LETTER: [A-Za-z_] | ~[\u0000-\u007F] { Letters.isLetter(_input.LA(-1)) }? ;
fragment SIGN: [A-Za-z0-9_] | ~[\u0000-\u007F] { Letters.isLetterOrNumber(_input.LA(-1)) }? ;
