/** A structure in a line: its fields in order, each with the octets it takes. */
grammar SpecSketch;

sketch: item* EOF ;

item
    : NAME symbol? ':' size ('=' constant=NUMBER)? TEXT? # field
    | NAME ':' least=NUMBER '..' most=NUMBER TEXT? # padding
    | NAME '[' size ']' ':' octets=NUMBER TEXT? # array
    | NAME '[' size ']' '{' member+ '}' TEXT? # groups
    ;

symbol: '(' NAME ')' ;

member: NAME ':' NUMBER TEXT? ;

/** So many, as many as an earlier field says, or all there are. */
size: NUMBER | NAME | '*' ;

NUMBER: '0' [xX] [0-9A-Fa-f]+ | [0-9]+ ;
NAME: LETTER SIGN* ;
TEXT: '"' ~["\r\n]* '"' ;
SPACE: [ \t\r\n,]+ -> skip ;
OTHER: . ;

// The sets \p{L} and \p{N} would do, but each has hundreds of ranges, and to load them takes longer than to read a document.
fragment SIGN: [A-Za-z0-9_] | ~[\u0000-\u007F] { Letters.isLetterOrNumber(_input.LA(-1)) }? ;
fragment LETTER: [A-Za-z_] | ~[\u0000-\u007F] { Letters.isLetter(_input.LA(-1)) }? ;
