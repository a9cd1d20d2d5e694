package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/** One launcher for a data directory. The operating system takes the lock back when the launcher dies. */
final class Lock implements AutoCloseable {

    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartFailed if another launcher holds it */
    static Lock take(Path file) throws IOException, StartFailed {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailed("a system is running with this data already; see it with: touchstone status");
        }
        return new Lock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
