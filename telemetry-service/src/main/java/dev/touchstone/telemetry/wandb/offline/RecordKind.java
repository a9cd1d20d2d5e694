package dev.touchstone.telemetry.wandb.offline;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Tells what a stored record is, without reading what it says. */
final class RecordKind {

    private static final int NUMBER = 1;
    private static final int LENGTH_DELIMITED = 2;

    private RecordKind() {
    }

    /** The number of the field that holds the record's body, as {@link Records#HISTORY}; 0 where there is none. */
    static int of(byte[] record) {
        ByteBuffer in = ByteBuffer.wrap(record);
        try {
            while (in.hasRemaining()) {
                long tag = varint(in);
                int field = (int) (tag >>> 3);
                if (field != NUMBER) {
                    return (tag & 7) == LENGTH_DELIMITED ? field : 0;
                }
                varint(in);
            }
        } catch (BufferUnderflowException cut) {
            return 0;
        }
        return 0;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }
}
