package dev.touchstone.telemetry.wandb.offline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors that the official writer makes of the same payloads. */
class FramingTest {

    /** A chunk's header, by its place in the file. */
    record Chunk(int offset, int length, int type, int crc) {
    }

    /** What a file of these payloads must be. */
    record Vector(String name, List<String> payloads, List<Chunk> chunks, int size, String sha256) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector("a record that crosses a border", List.of("x".repeat(40_000), "yz"),
                        List.of(new Chunk(7, 32_754, 2, 0x28a81e41), new Chunk(32_768, 7_246, 4, 0xd708aad7),
                                new Chunk(40_021, 2, 1, 0xb0aee9b8)),
                        40_030, "a4da1b0e9a03f044f961e17a6d1b1707e1752708c7e715c1a8f53465a1b2d106"),
                new Vector("exactly a chunk header left", List.of("x".repeat(32_747), "abc"),
                        List.of(new Chunk(7, 32_747, 1, 0xbb9093d0), new Chunk(32_761, 0, 2, 0x3c0c8ea1),
                                new Chunk(32_768, 3, 4, 0x6443d09b)),
                        32_778, "d4be194ac551911e42e2b7afb37edef0a102c835ddf320df1333949dc09eba7f"),
                new Vector("less than a chunk header left", List.of("x".repeat(32_748), "abc"),
                        List.of(new Chunk(7, 32_748, 1, 0x0ab454c4), new Chunk(32_768, 3, 1, 0x539d20a9)),
                        32_778, "634a0f14c2b365f98d2aa11993ee9f72f2c52d6627e072f070c1628cc2157af5"),
                new Vector("nothing left", List.of("x".repeat(32_754), "abc"),
                        List.of(new Chunk(7, 32_754, 1, 0x0a2d57d8), new Chunk(32_768, 3, 1, 0x539d20a9)),
                        32_778, "8e55b66cd5ece139586f4dcf27eed7f11c622e4104f8f5670b1580c374e21a88"),
                new Vector("a record of four blocks", List.of("x".repeat(100_000)),
                        List.of(new Chunk(7, 32_754, 2, 0x28a81e41), new Chunk(32_768, 32_761, 3, 0x76de7d90),
                                new Chunk(65_536, 32_761, 3, 0x76de7d90), new Chunk(98_304, 1_724, 4, 0x628f0166)),
                        100_035, "b5c566d80ad94b5d211af630b1c18f3018511786d759b77000deac571337737e"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void framesAsTheOfficialWriterDoes(Vector vector) throws Exception {
        // When
        byte[] file = framed(vector.payloads());

        // Then
        assertEquals(vector.size(), file.length);
        assertEquals(vector.sha256(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertEquals(vector.chunks(), vector.chunks().stream().map(chunk -> chunkAt(file, chunk.offset())).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void fillsWithZerosWhereNoHeaderFits(Vector vector) throws Exception {
        // When
        byte[] file = framed(vector.payloads());

        // Then
        for (int i = 0; i + 1 < vector.chunks().size(); i++) {
            Chunk chunk = vector.chunks().get(i);
            int end = chunk.offset() + 7 + chunk.length();
            byte[] between = Arrays.copyOfRange(file, end, vector.chunks().get(i + 1).offset());
            assertArrayEquals(new byte[between.length], between);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void anIndependentReaderFindsThePayloadsAgain(Vector vector) throws Exception {
        // When
        List<byte[]> read = WandbFileReader.records(framed(vector.payloads()));

        // Then
        assertEquals(vector.payloads(), read.stream().map(record -> new String(record, StandardCharsets.UTF_8)).toList());
    }

    private static Chunk chunkAt(byte[] file, int offset) {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(offset);
        int crc = header.getInt();
        int length = Short.toUnsignedInt(header.getShort());
        return new Chunk(offset, length, header.get(), crc);
    }

    private static byte[] framed(List<String> payloads) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TransactionLog log = new TransactionLog(file);
        for (String payload : payloads) {
            log.append(payload.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
