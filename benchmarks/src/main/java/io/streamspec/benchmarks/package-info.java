/** The generated codecs beside their peers, on the same octets, in one run. */
package io.streamspec.benchmarks;
