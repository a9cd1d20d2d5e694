package dev.touchstone.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A port in front of a server that can be shut and opened again, as if the server were stopped and started: it refuses
 * connections and cuts those that there are, while the server keeps what it knows.
 */
final class Gate implements AutoCloseable {

    private final int port;
    private final URI behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listening;

    Gate(int port, URI behind) throws IOException {
        this.port = port;
        this.behind = behind;
        open();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void open() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening = socket;
        Thread.ofVirtual().start(() -> accept(socket));
    }

    @Override
    public void close() throws IOException {
        ServerSocket socket = listening;
        if (socket != null) {
            socket.close();
        }
        for (Socket each : open) {
            each.close();
        }
        open.clear();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(behind.getHost(), behind.getPort());
                open.add(client);
                open.add(server);
                if (socket.isClosed()) {
                    // It came just before the gate was shut, which may have looked for it too early to cut it.
                    client.close();
                    server.close();
                }
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException shut) {
                // Closed, or the client has gone: the loop's condition tells.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends are closed in any case.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }
}
