package dev.touchstone.telemetry.wandb.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Frames records as a {@code .wandb} file does: LevelDB's log format with a 7-byte file header, so that the first
 * block has less room, and with plain CRC-32 instead of a masked Castagnoli one.
 */
final class TransactionLog {

    static final byte[] FILE_HEADER = { ':', 'W', '&', 'B', (byte) 0xE1, (byte) 0xBE, 0 };
    static final int BLOCK = 32_768;
    static final int CHUNK_HEADER = 7;

    static final int FULL = 1;
    static final int FIRST = 2;
    static final int MIDDLE = 3;
    static final int LAST = 4;

    private final OutputStream out;
    private int positionInBlock = FILE_HEADER.length;
    private boolean emptyFirstChunk;

    TransactionLog(OutputStream out) throws IOException {
        this.out = out;
        out.write(FILE_HEADER);
    }

    void append(byte[] payload) throws IOException {
        int written = chunk(payload, 0);
        while (written < payload.length) {
            written += chunk(payload, written);
        }
    }

    /** Writes as much of the payload as fits into the block and returns how much that was. */
    private int chunk(byte[] payload, int from) throws IOException {
        leaveBlockWithoutRoom();
        int length = Math.min(payload.length - from, BLOCK - positionInBlock - CHUNK_HEADER);
        // An empty first chunk leaves the next one at 0 again, but in a new block: it is not the first.
        boolean first = from == 0 && !emptyFirstChunk;
        emptyFirstChunk = length == 0 && payload.length > 0;
        write(type(first, from + length == payload.length), payload, from, length);
        return length;
    }

    private static int type(boolean first, boolean last) {
        if (first) {
            return last ? FULL : FIRST;
        }
        return last ? LAST : MIDDLE;
    }

    /** A chunk's header never crosses a border. Where exactly a header fits, an empty first chunk is written. */
    private void leaveBlockWithoutRoom() throws IOException {
        int left = BLOCK - positionInBlock;
        if (left < CHUNK_HEADER) {
            out.write(new byte[left]);
            positionInBlock = 0;
        }
    }

    private void write(int type, byte[] payload, int from, int length) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(payload, from, length);
        littleEndian((int) crc.getValue(), 4);
        littleEndian(length, 2);
        out.write(type);
        out.write(payload, from, length);
        positionInBlock += CHUNK_HEADER + length;
    }

    private void littleEndian(int value, int bytes) throws IOException {
        for (int shift = 0; shift < bytes * 8; shift += 8) {
            out.write(value >>> shift);
        }
    }
}
