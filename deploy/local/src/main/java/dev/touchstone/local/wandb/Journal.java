package dev.touchstone.local.wandb;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blobs;
import dev.touchstone.local.wandb.http.Request;

/**
 * All requests that changed something, in the order in which they were carried out. Carried out again they make the same
 * runs; there is no second form of a run that would have to be kept like the first.
 *
 * <p>
 * A record is its length, its CRC-32 and the request. What a killed process left half written at the end is cut off.
 */
final class Journal implements AutoCloseable {

    private static final int HEAD = 8;

    private final Path file;
    private final RequestCodec codec;
    private final OutputStream out;

    private Journal(Path file, Blobs blobs, Consumer<Request> replay) throws IOException {
        this.file = file;
        this.codec = new RequestCodec(blobs);
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            cut(replay(replay));
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** @param replay is given each request of former times */
    static Journal open(Path file, Blobs blobs, Consumer<Request> replay) {
        try {
            return new Journal(file, blobs, replay);
        } catch (IOException e) {
            throw new UncheckedIOException("the runs in " + file + " cannot be read", e);
        }
    }

    /** @return how much of the file is whole */
    private long replay(Consumer<Request> replay) throws IOException {
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                byte[] payload = new byte[length(in.readInt())];
                int checksum = in.readInt();
                in.readFully(payload);
                if (checksum != checksum(payload)) {
                    return whole;
                }
                codec.read(payload).ifPresent(replay);
                whole += HEAD + payload.length;
            }
        } catch (EOFException end) {
            return whole;
        }
    }

    private int length(int announced) throws IOException {
        if (announced < 0 || announced > Files.size(file)) {
            throw new EOFException("not a length: " + announced);
        }
        return announced;
    }

    private void cut(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** Carries a request out and writes it down. One at a time: the order is what makes the same runs again. */
    synchronized Answer keep(Request request, Function<Request, Answer> work) {
        Answer answer = work.apply(request);
        byte[] payload = codec.write(request);
        try {
            out.write(ByteBuffer.allocate(HEAD + payload.length).putInt(payload.length).putInt(checksum(payload)).put(payload)
                    .array());
        } catch (IOException e) {
            throw new UncheckedIOException("the runs in " + file + " cannot be written", e);
        }
        return answer;
    }

    private static int checksum(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
