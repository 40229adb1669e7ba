/** One token a line: a line's shape tells what it can be part of. The reader ends every text with a line feed. */
lexer grammar SpecLines;

@members {
    private String fence = "";

    /** The run of signs that opened the fence; it ends at a line with as many of them. */
    private void openFence() {
        String line = getText().strip();
        int length = 0;
        while (length < line.length() && line.charAt(length) == line.charAt(0)) {
            length++;
        }
        fence = line.substring(0, length);
    }

    private boolean closesFence() {
        return getText().strip().startsWith(fence);
    }

    private boolean closesComment() {
        return getText().contains("-->");
    }
}

PERCENT: '%' ANY* NL ;
BLANK: SPACE* NL ;
FENCE: LITTLE ('```' '`'* | '~~~' '~'*) ANY* NL { openFence(); } -> pushMode(FENCED) ;
EQUALS: '==' '='* SPACE* NL ;
DASHES: '--' '-'+ SPACE* NL ;
COLUMNS: LITTLE '--' '-'* (SPACE+ '--' '-'*)+ SPACE* NL ;
HEADING: '#' '#'* SPACE+ ANY* NL ;
PAGE_BREAK: '\\' ('clearpage' | 'pagebreak' | 'newpage') SPACE* NL ;
CAPTION: ('Table:' | ': ') ANY* NL ;
SILENCE: LITTLE '<!--' SPACE+ 'streamspec' (SPACE ANY*)? NL { if (!closesComment()) pushMode(SILENCED); } ;
PIPE: LITTLE '|' ANY* NL ;
ITEM: LITTLE ([-*+] | [0-9]+ [.)] | [a-zA-Z] [.)] | '#.') SPACE+ ANY* NL ;

TICKS: SPACE+ [0-9]+ (SPACE+ [0-9]+)+ (SPACE+ ANY*)? NL ;
RULE: LARGE '+-' ANY* NL ;
CELLS: LARGE '|' ANY* NL ;
DOTS: LARGE '...' SPACE* NL ;
INDENTED: LARGE ~[ \t\r\n] ANY* NL ;

TEXT: ANY+ NL ;

fragment LITTLE: ' '? ' '? ' '? ;
fragment LARGE: '    ' SPACE* | ' '? ' '? ' '? '\t' SPACE* ;
fragment SPACE: [ \t] ;
fragment ANY: ~[\r\n] | '\r' ~[\n] ;
fragment NL: '\r'? '\n' ;

mode FENCED;
FENCE_END: LITTLE_F ('```' '`'* | '~~~' '~'*) [ \t]* NL_F { closesFence() }? -> popMode ;
CODE: ~[\n]* '\n' ;
fragment LITTLE_F: ' '? ' '? ' '? ;
fragment NL_F: '\r'? '\n' ;

mode SILENCED;
SILENCE_END: ~[\n]* '\n' { closesComment() }? -> popMode ;
SILENCE_LINE: ~[\n]* '\n' ;
