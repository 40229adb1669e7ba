package io.streamspec.tools.verify;

import java.io.IOException;

/** Tells what is found, as it is found, and in the end how it was altogether. */
interface Report {

    void finding(Finding finding) throws IOException;

    void summary(Summary summary) throws IOException;
}
