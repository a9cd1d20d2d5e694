package dev.touchstone.review.artifacts.rows;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a file, without their ends. */
final class Pieces implements Iterator<Lines.Piece> {

    private final byte[] file;
    /** Whether a line may go on within quotation marks, as in CSV. */
    private final boolean quoted;
    private int at;
    private int number = 1;

    Pieces(byte[] file, boolean quoted) {
        this.file = file;
        this.quoted = quoted;
    }

    @Override
    public boolean hasNext() {
        return at < file.length;
    }

    @Override
    public Lines.Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int first = number;
        boolean within = false;
        int end = at;
        while (end < file.length && (within || file[end] != '\n')) {
            within ^= quoted && file[end] == '"';
            number += file[end] == '\n' ? 1 : 0;
            end++;
        }
        int last = end > at && file[end - 1] == '\r' ? end - 1 : end;
        ByteBuffer line = ByteBuffer.wrap(file, at, last - at);
        at = end + 1;
        number++;
        return new Lines.Piece(first, line);
    }
}
