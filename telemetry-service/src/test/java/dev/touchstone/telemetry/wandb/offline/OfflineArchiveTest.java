package dev.touchstone.telemetry.wandb.offline;

import static dev.touchstone.telemetry.wandb.offline.SampleRuns.START;
import static dev.touchstone.telemetry.wandb.offline.SampleRuns.segment;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.offline.OfflineArchive.Member;

class OfflineArchiveTest {

    private static final List<Member> MEMBERS = List.of(new Member(segment(START, 0, 3), true),
            new Member(segment(START.plusSeconds(60), 3, 2), false));

    @Test
    void holdsEachSegmentInItsDirectory() throws IOException {
        // When
        SortedMap<String, byte[]> files = unpacked(archive());

        // Then
        assertEquals(List.of("README.txt",
                "offline-run-20260102_030405-r1/files/config.yaml",
                "offline-run-20260102_030405-r1/files/wandb-metadata.json",
                "offline-run-20260102_030405-r1/files/wandb-summary.json",
                "offline-run-20260102_030405-r1/run-r1.wandb",
                "offline-run-20260102_030405-r1/run-r1.wandb.synced",
                "offline-run-20260102_030505-r1/files/config.yaml",
                "offline-run-20260102_030505-r1/files/wandb-metadata.json",
                "offline-run-20260102_030505-r1/files/wandb-summary.json",
                "offline-run-20260102_030505-r1/run-r1.wandb"), List.copyOf(files.keySet()));
        assertEquals(3, rows(files, "offline-run-20260102_030405-r1/run-r1.wandb"));
        assertEquals(2, rows(files, "offline-run-20260102_030505-r1/run-r1.wandb"));
    }

    @Test
    void isTheSameWheneverItIsMade() throws IOException {
        assertArrayEquals(archive(), archive());
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfflineArchive.write("read me\n", MEMBERS, out);
        return out.toByteArray();
    }

    private static long rows(SortedMap<String, byte[]> files, String log) {
        return WandbFileReader.records(files.getOrDefault(log, new byte[0])).stream().map(WandbFileReader::fields)
                .filter(record -> record.get(1).number() == Records.HISTORY).count();
    }

    private static SortedMap<String, byte[]> unpacked(byte[] zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
