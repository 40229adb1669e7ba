/** A comment that silences diagnostics of its section: {@code <!-- streamspec allow ID, ID because REASON -->}. */
grammar SpecSilence;

silence: '<!--' 'streamspec' 'allow' id (',' id)* 'because' reason '-->' EOF ;

id: NAME ;

reason: ~'-->'+ ;

NAME: SIGN+ ('-' SIGN+)* ;
SPACE: [ \t\r\n]+ -> skip ;
OTHER: . ;

// The sets \p{L} and \p{N} would do, but each has hundreds of ranges, and to load them takes longer than to read a document.
fragment SIGN: [A-Za-z0-9_] | ~[\u0000-\u007F] { Letters.isLetterOrNumber(_input.LA(-1)) }? ;
