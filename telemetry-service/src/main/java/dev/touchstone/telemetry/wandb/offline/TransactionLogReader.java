package dev.touchstone.telemetry.wandb.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a {@code .wandb} file, one after the other. A record with a wrong checksum or an impossible length
 * is lost, and reading goes on with the next block; a record at the end that was not written whole is left out. What was
 * lost is counted. Not safe for several threads.
 */
final class TransactionLogReader {

    /** The file is something else, or of a version that this does not know. */
    static final class NotATransactionLog extends IOException {

        private static final long serialVersionUID = 1L;

        NotATransactionLog() {
            super("not a transaction log of W&B");
        }
    }

    /** A piece of a record within one block. The cases are what a reader does next. */
    private sealed interface Chunk {

        record Piece(int type, ByteBuffer data) implements Chunk {
        }

        record Damaged() implements Chunk {
        }

        /** There is no more, or no more than the beginning of a chunk. */
        record End(boolean clean) implements Chunk {
        }
    }

    private final InputStream in;
    private byte[] block = new byte[0];
    private int position;
    private @Nullable ByteArrayOutputStream open;
    private int damages;
    private boolean truncated;

    /**
     * @throws NotATransactionLog if the file does not begin as one
     */
    TransactionLogReader(InputStream in) throws IOException {
        this.in = in;
        nextBlock();
        int header = TransactionLog.FILE_HEADER.length;
        if (block.length < header || !Arrays.equals(block, 0, header, TransactionLog.FILE_HEADER, 0, header)) {
            throw new NotATransactionLog();
        }
        position = header;
    }

    /** The next whole record, or empty at the end. */
    Optional<byte[]> next() throws IOException {
        while (true) {
            switch (chunk()) {
                case Chunk.End(boolean clean) -> {
                    truncated = truncated || !clean || open != null;
                    return Optional.empty();
                }
                case Chunk.Damaged() -> {
                    damages++;
                    open = null;
                    position = block.length;
                }
                case Chunk.Piece(int type, ByteBuffer data) -> {
                    Optional<byte[]> record = add(type, data);
                    if (record.isPresent()) {
                        return record;
                    }
                }
            }
        }
    }

    /** How many times something was damaged; each is one record at least. */
    int damages() {
        return damages;
    }

    /** Whether the end of the last record is missing, as after a crash of the writer. Known once the end was read. */
    boolean isTruncated() {
        return truncated;
    }

    private Optional<byte[]> add(int type, ByteBuffer data) {
        if (type == TransactionLog.FULL || type == TransactionLog.FIRST) {
            damages += open == null ? 0 : 1;
            open = new ByteArrayOutputStream();
        }
        if (open == null) {
            // The rest of a record whose beginning was lost, and counted.
            return Optional.empty();
        }
        open.write(data.array(), data.arrayOffset(), data.remaining());
        if (type == TransactionLog.FIRST || type == TransactionLog.MIDDLE) {
            return Optional.empty();
        }
        byte[] record = open.toByteArray();
        open = null;
        return Optional.of(record);
    }

    private Chunk chunk() throws IOException {
        if (TransactionLog.BLOCK - position < TransactionLog.CHUNK_HEADER || position == block.length) {
            nextBlock();
            if (block.length == 0) {
                return new Chunk.End(true);
            }
        }
        if (block.length - position < TransactionLog.CHUNK_HEADER) {
            return atEnd();
        }
        int crc = littleEndian(4);
        int length = littleEndian(2);
        int type = block[position++];
        if (length > TransactionLog.BLOCK - position) {
            return new Chunk.Damaged();
        }
        if (length > block.length - position) {
            return atEnd();
        }
        ByteBuffer data = ByteBuffer.wrap(block, position, length).slice();
        position += length;
        boolean sound = type >= TransactionLog.FULL && type <= TransactionLog.LAST && crc == checksum(type, data);
        return sound ? new Chunk.Piece(type, data) : new Chunk.Damaged();
    }

    /** Only the last block may be short; nothing comes after it. */
    private Chunk atEnd() {
        position = block.length;
        return new Chunk.End(false);
    }

    private static int checksum(int type, ByteBuffer data) {
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data.duplicate());
        return (int) crc.getValue();
    }

    private int littleEndian(int bytes) {
        int value = 0;
        for (int shift = 0; shift < bytes * 8; shift += 8) {
            value |= Byte.toUnsignedInt(block[position++]) << shift;
        }
        return value;
    }

    private void nextBlock() throws IOException {
        block = in.readNBytes(TransactionLog.BLOCK);
        position = 0;
    }
}
