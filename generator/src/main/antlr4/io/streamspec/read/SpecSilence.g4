/** A comment that silences diagnostics of its section: {@code <!-- streamspec allow ID, ID because REASON -->}. */
grammar SpecSilence;

silence: '<!--' 'streamspec' 'allow' id (',' id)* 'because' reason '-->' EOF ;

id: NAME ;

reason: ~'-->'+ ;

NAME: [\p{L}\p{N}_]+ ('-' [\p{L}\p{N}_]+)* ;
SPACE: [ \t\r\n]+ -> skip ;
OTHER: . ;
