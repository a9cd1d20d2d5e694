package dev.touchstone.review.ledger.note;

import java.util.List;

import dev.touchstone.review.ledger.tree.Hash;

/**
 * What a log says of itself at one size; signed as a note's text.
 *
 * @param origin names the log, one line
 * @param size how many entries it has
 * @param rootHash the head of the RFC 6962 tree over them
 */
public record Checkpoint(String origin, long size, Hash rootHash) {

    /** @throws MalformedNote if the origin is not one line of text, or the size is below zero */
    public Checkpoint {
        MalformedNote.unless(!origin.isEmpty() && origin.chars().noneMatch(character -> character < ' '),
                "A checkpoint's origin is one line");
        MalformedNote.unless(size >= 0, "A checkpoint's size is not below 0");
    }

    /**
     * Lines behind the third one say nothing that this version knows; they may be there, as the specification has it.
     *
     * @param text of a note, whose signature has been checked
     * @throws MalformedNote if it is not a checkpoint's, or has a second spelling of a number or a hash
     */
    public static Checkpoint parse(String text) {
        MalformedNote.unless(text.endsWith("\n"), "A checkpoint ends with a newline");
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        MalformedNote.unless(lines.size() >= 3 && lines.stream().noneMatch(String::isEmpty),
                "A checkpoint has three lines: origin, size, root hash");
        return new Checkpoint(lines.get(0), size(lines.get(1)), root(lines.get(2)));
    }

    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(rootHash.bytes()) + "\n";
    }

    private static long size(String line) {
        try {
            MalformedNote.unless(line.matches("0|[1-9][0-9]*"), "A checkpoint's size is a decimal number");
            return Long.parseLong(line);
        } catch (NumberFormatException tooLarge) {
            throw new MalformedNote("A checkpoint's size is less than 2 to the 63rd");
        }
    }

    private static Hash root(String line) {
        byte[] root = Base64Text.parse(line, "A checkpoint's root hash");
        MalformedNote.unless(root.length == Hash.EMPTY.bytes().length, "A checkpoint's root hash has 32 bytes");
        return Hash.of(root);
    }
}
