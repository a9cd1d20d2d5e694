package dev.touchstone.sandbox.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that answers bytes, also such as no HTTP server would send. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();

    /** How it answers one connection, after the head of the request was read. */
    @FunctionalInterface
    interface Behaviour {

        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    /** A whole answer as text. */
    @FunctionalInterface
    interface Text {

        String of(int port, int times);
    }

    private RawServer() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static RawServer answering(Text text) {
        RawServer server = new RawServer();
        server.serve(out -> out
                .write(text.of(server.socket.getLocalPort(), server.times.incrementAndGet()).getBytes(StandardCharsets.UTF_8)));
        return server;
    }

    static RawServer behaving(Behaviour behaviour) {
        RawServer server = new RawServer();
        server.serve(behaviour);
        return server;
    }

    private void serve(Behaviour behaviour) {
        threads.execute(() -> {
            try {
                while (true) {
                    Socket connection = socket.accept();
                    threads.execute(() -> answer(connection, behaviour));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    private void answer(Socket accepted, Behaviour behaviour) {
        try (Socket connection = accepted) {
            readHead(connection.getInputStream());
            behaviour.answer(new Counting(connection.getOutputStream()));
        } catch (IOException left) {
            // The client has left, as it should.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHead(InputStream in) throws IOException {
        for (String last = ""; !last.endsWith("\r\n\r\n");) {
            int each = in.read();
            if (each < 0) {
                return;
            }
            last = last.substring(Math.max(0, last.length() - 3)) + (char) each;
        }
    }

    private final class Counting extends OutputStream {

        private final OutputStream out;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int each) throws IOException {
            out.write(each);
            written.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written.addAndGet(length);
        }
    }

    /** How many bytes left here before clients did not want more. */
    long written() {
        return written.get();
    }

    String url(String path) {
        return "http://" + EgressFixture.AGENT + ":" + socket.getLocalPort() + path;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }
}
