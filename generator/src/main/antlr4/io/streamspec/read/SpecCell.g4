/** What one paragraph of a table's description says. The words behind the form are taken from the text as they stand. */
grammar SpecCell;

statement
    : BIT first=NUMBER (DASH second=NUMBER)? ':' rest # bits
    | number DASH number ':' rest # range
    | signed ':' rest # value
    | HEX (('(' | ',' | ';' | '"') rest)? EOF # constant
    | HEX '.'  rest # constantRemark
    | signed ('.' | '(' rest)? EOF # decimalConstant
    | quoted (quoted | HEX)* (('.' | '(') rest)? EOF # octetConstant
    | BIT (NUMBER | BROKEN | HEX | DASH | ':') rest # oddBits
    | WORD NUMBER (DASH NUMBER)? ':' rest # oddBits
    | BIT ~':' ~':'? ~':'? ':' rest # oddBits
    | (HEX | NUMBER | BROKEN) (DASH | HEX | NUMBER | BROKEN) ~':'? ':' rest # oddRange
    | BROKEN rest # oddNumber
    | HEX (HEX | NUMBER | BROKEN | DASH | WORD) rest # oddConstant
    | rest # text
    ;

cellRange: number (DASH number)? EOF ;

number: HEX | NUMBER ;

/** A negative number stands for the octets that it has in two's complement. */
signed: HEX | DASH? NUMBER ;

quoted: '"' ~'"'+ '"' ;

/** Whatever the form leaves over; meanings, sets and units are found in it. */
rest: (meaning | allowed | unit | any)* EOF ;

meaning: number '=' meaningWord+ ;

meaningWord: WORD | NUMBER | HEX | BIT | EITHER | OR | IN | DASH | UNIT ;

allowed: EITHER number ((OR | ',' | ',' OR) number)+ ;

unit: IN UNIT ;

any: . ;

BIT: [Bb] 'it' 's'? ;
HEX: '0' [xX] [0-9A-Fa-f]+ ;
BROKEN: '0' [xX] [0-9A-Za-z_]* ;
NUMBER: [0-9]+ ;
DASH: '-' | '\u2013' | '..' ;
EITHER: 'either' | 'one of' ;
OR: 'or' ;
IN: 'in' ;
UNIT
    : 'octets' | 'bytes' | 'bits' | 'pages'
    | 'Hz' | 'kHz' | 'MHz' | 'GHz'
    | 'nanoseconds' | 'microseconds' | 'milliseconds' | 'seconds'
    | 'ns' | 'us' | 'ms' | 's'
    ;
WORD: LETTER (SIGN | ['] | '-' SIGN)* ;
SPACE: [ ]+ -> channel(HIDDEN) ;
OTHER: . ;

// The sets \p{L} and \p{N} would do, but each has hundreds of ranges, and to load them takes longer than to read a document.
fragment LETTER: [A-Za-z_] | ~[\u0000-\u007F] { Letters.isLetter(_input.LA(-1)) }? ;
fragment SIGN: [A-Za-z0-9_] | ~[\u0000-\u007F] { Letters.isLetterOrNumber(_input.LA(-1)) }? ;
