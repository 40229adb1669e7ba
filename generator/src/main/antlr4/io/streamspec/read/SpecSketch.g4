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
NAME: [\p{L}_] [\p{L}\p{N}_]* ;
TEXT: '"' ~["\r\n]* '"' ;
SPACE: [ \t\r\n,]+ -> skip ;
OTHER: . ;
