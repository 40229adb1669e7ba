/** The blocks of a document. Every sequence of lines is some block or other: what makes no sense is a stray line. */
parser grammar SpecBlocks;

options {
    tokenVocab = SpecLines;
}

document: titleBlock? block* EOF ;

titleBlock: PERCENT (PERCENT | TEXT | INDENTED)* ;

block
    : BLANK # blank
    | PAGE_BREAK # pageBreak
    | TEXT (EQUALS | DASHES) # setextHeading
    | HEADING # atxHeading
    | DASHES tableLine* DASHES BLANK* caption? # multilineTable
    | TEXT COLUMNS rowLine+ (BLANK* caption)? # simpleTable
    | PIPE+ (BLANK* caption)? # pipeTable
    | SILENCE SILENCE_LINE* SILENCE_END? # silence
    | FENCE CODE* (FENCE_END | EOF) # fenced
    | drawnStart drawnLine* # indented
    | (TEXT | CAPTION) proseLine* # paragraph
    | ITEM proseLine* (BLANK+ INDENTED proseLine*)* # list
    | (EQUALS | DASHES | COLUMNS | PERCENT) # stray
    ;

/** A caption needs the line right behind the table, or blank lines between. */
caption: CAPTION TEXT* ;

tableLine: ~(DASHES | FENCE | FENCE_END | CODE | EOF) ;

rowLine: ~(BLANK | DASHES | COLUMNS | SILENCE | FENCE | FENCE_END | CODE | EOF) ;

drawnStart: TICKS | RULE | CELLS | DOTS | INDENTED ;

drawnLine: ~(BLANK | FENCE | FENCE_END | CODE | HEADING | PAGE_BREAK | SILENCE | EOF) ;

proseLine: TEXT | CAPTION | ITEM | INDENTED | TICKS | RULE | CELLS | DOTS | PIPE | PERCENT ;
