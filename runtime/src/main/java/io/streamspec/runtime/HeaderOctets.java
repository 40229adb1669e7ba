package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The octets of a header, of which no more is taken from a stream than the header turns out to have. */
final class HeaderOctets {

    private final String name;
    private final RecordInput input;
    private final HeaderLimit limit;
    private ByteBuffer octets;

    private HeaderOctets(String name, ByteOrder order, HeaderLimit limit, RecordInput input) {
        this.name = name;
        this.input = input;
        this.limit = limit;
        this.octets = ByteBuffer.allocate(0).order(order);
    }

    /**
     * Decodes a header and takes its octets.
     *
     * @param least those it has at any rate
     * @param limit those it has at most
     * @param check takes note of it
     * @throws FormatException if it is not as specified, or the stream ends in it
     */
    static <H> H read(
            String name,
            long least,
            ByteOrder order,
            HeaderCodec<H> codec,
            HeaderLimit limit,
            RecordInput input,
            StreamCheck check)
            throws IOException {
        long at = input.offset();
        HeaderOctets taken = new HeaderOctets(name, order, limit, input);
        long missing = least;
        while (true) {
            taken.extend(missing);
            try {
                H header = codec.decode(taken.octets, 0, taken.octets.limit());
                check.add(name, at, Body.of(taken.octets, 0, (int) codec.size(header)), codec);
                return header;
            } catch (FormatException e) {
                if (e.missing() == 0) {
                    throw e.in(name, at, at);
                }
                missing = e.missing();
            }
        }
    }

    private FormatException tooLong(long least) {
        String problem = least + " octets or more, beyond the limit of " + limit.octets();
        FormatException fault = FormatException.of(
                name, input.offset() - octets.limit(), problem, "at most " + limit.octets() + " octets");
        return limit.rule().isEmpty() ? fault : fault.breaking(limit.rule());
    }

    /** Takes {@code more} octets, which the header has at any rate. */
    private void extend(long more) throws IOException {
        if (more > limit.octets() - octets.limit()) {
            throw tooLong(octets.limit() + more);
        }
        try {
            ByteBuffer next = input.takeOwned(name, (int) more, octets.order());
            octets = ByteBuffer.allocate(octets.limit() + next.limit())
                    .order(octets.order())
                    .put(octets)
                    .put(next)
                    .flip();
        } catch (FormatException e) {
            throw e.in(name, 0);
        }
    }
}
