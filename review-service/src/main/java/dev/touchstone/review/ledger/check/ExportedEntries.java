package dev.touchstone.review.ledger.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The entries of an export as they stand there. Nothing of them is checked: that is {@link Verifier}'s. */
public final class ExportedEntries {

    private ExportedEntries() {
    }

    /**
     * In the order of the file.
     *
     * @throws NotAnExport if the file is none, or has more entries
     */
    public static List<Entry> of(Source export, int most) throws IOException, NotAnExport {
        try (InputStream in = export.open()) {
            ExportReader.read(in);
        }
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = export.open()) {
            ExportReader.items(in, item -> {
                if (entries.size() >= most) {
                    throw new NotAnExport("it has more than " + most + " entries");
                }
                entries.add(new Entry(item.index(), item.leafHash(), item.text()));
            });
        }
        return List.copyOf(entries);
    }
}
