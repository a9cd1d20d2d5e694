package dev.touchstone.review.artifacts.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The records of a CSV file (RFC 4180) as JSON objects, by the names in its first line. */
final class Csv implements Iterator<Lines.Piece> {

    private static final int MOST_COLUMNS = 200;

    private final Iterator<Lines.Piece> records;
    private final List<String> names;

    Csv(Iterator<Lines.Piece> records) {
        this.records = records;
        this.names = records.hasNext() ? fields(records.next()) : List.of();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Lines.Piece next() {
        Lines.Piece next = records.next();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        List<String> fields = fields(next);
        for (int i = 0; i < fields.size(); i++) {
            row.put(name(i, row), fields.get(i));
        }
        return new Lines.Piece(next.number(), StandardCharsets.UTF_8.encode(row.toString()));
    }

    /** A field without a name, or with one that stands twice, is called by its place. */
    private String name(int at, ObjectNode row) {
        String name = at < names.size() ? names.get(at) : "";
        return name.isEmpty() || row.has(name) ? "#" + (at + 1) : name;
    }

    private static List<String> fields(Lines.Piece piece) {
        String text = StandardCharsets.UTF_8.decode(piece.bytes()).toString();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && within && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                within = !within;
            } else if (c == ',' && !within && fields.size() < MOST_COLUMNS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
