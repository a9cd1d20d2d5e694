package dev.touchstone.telemetry.wandb.offline;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Reads run files without a line of the writer's code, and believes nothing that it has not checked. */
public final class WandbFileReader {

    private static final int BLOCK = 32_768;

    private WandbFileReader() {
    }

    /**
     * A protobuf field.
     *
     * @param varint its value, if it is a number
     * @param latin1 its bytes, one character each, if it is not
     */
    public record Field(int number, long varint, String latin1) {

        private byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public List<Field> fields() {
            return WandbFileReader.fields(bytes());
        }
    }

    /** The payloads of all records. */
    public static List<byte[]> records(byte[] file) {
        require(HexFormat.of().formatHex(file, 0, 7).equals("3a572642e1be00"), "file header");
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(7);
        List<byte[]> records = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        while (in.hasRemaining()) {
            int left = BLOCK - in.position() % BLOCK;
            if (left < 7) {
                in.position(in.position() + left);
                continue;
            }
            int crc = in.getInt();
            byte[] data = new byte[Short.toUnsignedInt(in.getShort())];
            int type = in.get();
            require(left >= 7 + data.length, "border");
            in.get(data);
            require(crc == crc(type, data), "checksum");
            require((type == 1 || type == 2) ? open.size() == 0 : (type == 3 || type == 4), "order of chunks");
            open.writeBytes(data);
            if (type == 1 || type == 4) {
                records.add(open.toByteArray());
                open.reset();
            }
        }
        return records;
    }

    private static int crc(int type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        return (int) crc.getValue();
    }

    public static List<Field> fields(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            if ((tag & 7) == 0) {
                fields.add(new Field((int) (tag >>> 3), varint(in), ""));
            } else {
                require((tag & 7) == 2, "wire type");
                byte[] bytes = new byte[(int) varint(in)];
                in.get(bytes);
                fields.add(new Field((int) (tag >>> 3), 0, new String(bytes, StandardCharsets.ISO_8859_1)));
            }
        }
        return fields;
    }

    /** Key and JSON text of the items of a history or summary record. */
    public static Map<String, String> items(List<Field> record) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Field item : record) {
            if (item.number() == 1) {
                List<Field> parts = item.fields();
                items.put(parts.get(0).text(), parts.get(1).text());
            }
        }
        return items;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("wrong " + what);
        }
    }
}
