package dev.touchstone.review.ledger.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.touchstone.review.ledger.check.Export.Item;

/** An export that can be tampered with before it is written. */
final class ExportFile {

    Export head;
    final List<Item> items;

    ExportFile(Export head, List<Item> items) {
        this.head = head;
        this.items = new ArrayList<>(items);
    }

    ExportFile signed(String checkpoint) {
        head = new Export(head.scope(), checkpoint, head.key(), head.growth());
        return this;
    }

    /** Another text in an entry's place; with a leaf hash made anew, if its maker thought of it. */
    ExportFile change(int at, String what, String to, boolean rehashed) {
        Item item = items.get(at);
        String text = item.text().replace(what, to);
        items.set(at, new Item(item.index(), rehashed ? Hashes.leaf(text) : item.leafHash(), text, item.proof()));
        return this;
    }

    String text() {
        return ExportText.head(head) + items.stream().map(ExportText::item).collect(Collectors.joining(ExportText.SEPARATOR))
                + ExportText.END;
    }

    Source source() {
        return source(text());
    }

    static Source source(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }
}
