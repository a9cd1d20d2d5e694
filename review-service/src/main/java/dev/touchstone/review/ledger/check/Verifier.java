package dev.touchstone.review.ledger.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.check.Export.OfSubmission;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.MalformedNote;
import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Tree;

/** Checks an export: every entry by itself, all against one another, against the checkpoint, and against what was kept. */
public final class Verifier {

    private final Export export;
    private final Trust trust;
    private final Limits limits;
    private final Found found;
    private final List<Caution> cautions = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private long items;
    /** The last entry's proof vouches for all before it, which are chained to it. */
    private @Nullable Item last;

    private Verifier(Export export, Trust trust, Limits limits) {
        this.export = export;
        this.trust = trust;
        this.limits = limits;
        this.found = new Found(limits.faults());
    }

    /**
     * @throws NotAnExport if there is nothing to check
     * @throws IOException if the source cannot be read
     */
    public static Report verify(Source source, Trust trust, Limits limits) throws IOException, NotAnExport {
        Export export;
        try (InputStream in = source.open()) {
            export = ExportReader.read(in);
        }
        try (InputStream in = source.open()) {
            return new Verifier(export, trust, limits).verify(in);
        }
    }

    private Report verify(InputStream in) throws IOException, NotAnExport {
        List<NoteKey> keys = keys();
        Optional<Signed> signed = Signed.read(export.checkpoint(), keys, found);
        @Nullable
        Checkpoint checkpoint = signed.map(Signed::checkpoint).orElse(null);
        read(in, checkpoint);
        List<Link> sorted = Order.of(links, found);
        switch (export.scope()) {
            case OfSubmission submission -> submission(submission, sorted);
            case OfLog range -> log(range, sorted, checkpoint);
        }
        if (checkpoint != null) {
            kept(new History(checkpoint, export.growth(), leaves(sorted)), keys);
        }
        heads(sorted);
        List<NoteKey> by = signed.map(Signed::by).orElse(List.of());
        by.stream().map(NoteKey::name).filter(DevelopmentKeys::isOne).map(Caution.DevelopmentKey::new).forEach(cautions::add);
        return new Report(found.inOrder(), found.count(), cautions, new Report.Checked(export.scope(), items, checkpoint,
                by.stream().map(NoteKey::name).toList()));
    }

    private List<NoteKey> keys() {
        if (!trust.keys().isEmpty() || export.key() == null) {
            return trust.keys();
        }
        try {
            NoteKey key = NoteKey.parse(export.key());
            cautions.add(new Caution.KeyOfTheFile(key.name()));
            return List.of(key);
        } catch (MalformedNote malformed) {
            return List.of();
        }
    }

    private void read(InputStream in, @Nullable Checkpoint checkpoint) throws IOException, NotAnExport {
        Reading reading = new Reading(found);
        String[] before = { Hashes.NONE };
        ExportReader.items(in, item -> {
            if (++items > limits.entries()) {
                throw new NotAnExport("It has more than " + limits.entries() + " entries; check it in parts, range by range");
            }
            reading.of(item, items - 1).map(link -> proved(link, item, checkpoint)).ifPresent(link -> {
                links.add(new Link(link.index(), link.leaf(), link.place().after(before[0]), link.sound()));
                before[0] = link.leaf().hex();
                last = item;
            });
        });
    }

    /** Of a submission each entry has its proof; what others are chained to is not here. */
    private Link proved(Link link, Item item, @Nullable Checkpoint checkpoint) {
        if (checkpoint == null || export.scope() instanceof OfLog) {
            return link;
        }
        Optional<Fault> fault = Paths.ofEntry(link.index(), link.leaf(), item.proof(), checkpoint);
        fault.ifPresent(found::add);
        return new Link(link.index(), link.leaf(), link.place(), link.sound() && fault.isEmpty());
    }

    private void submission(OfSubmission scope, List<Link> sorted) {
        SubmissionChain.verify(sorted, scope, found);
        // Also where the log ends with it: that the log did is what its signer says of one moment.
        cautions.add(new Caution.TailOpen(sorted.isEmpty() ? -1 : sorted.getLast().index()));
    }

    private void log(OfLog range, List<Link> sorted, @Nullable Checkpoint checkpoint) {
        Chain.verify(sorted, range, found);
        if (checkpoint == null) {
            return;
        }
        if (last != null) {
            Paths.ofEntry(last.index(), Hash.leaf(last.text()), last.proof(), checkpoint).ifPresent(found::add);
        }
        long size = checkpoint.size();
        if (range.from() > 0 || range.to() < size) {
            cautions.add(new Caution.PartOnly(range.from(), range.to(), size));
        } else if (leaves(sorted).size() == size && !Tree.root(leaves(sorted)).equals(checkpoint.rootHash())) {
            found.add(new Fault.RootDiffers(size));
        }
    }

    /** From the first entry on without a gap. */
    private static List<Hash> leaves(List<Link> sorted) {
        List<Hash> leaves = new ArrayList<>(sorted.size());
        for (Link link : sorted) {
            if (link.index() != leaves.size()) {
                return leaves;
            }
            leaves.add(link.leaf());
        }
        return leaves;
    }

    private void kept(History history, List<NoteKey> keys) {
        for (String note : trust.checkpoints()) {
            Signed.read(note, keys, found).map(Signed::checkpoint).flatMap(history::against).ifPresent(found::add);
        }
    }

    private void heads(List<Link> sorted) {
        long end = sorted.isEmpty() ? 0 : sorted.getLast().index() + 1;
        for (Trust.KeptHead head : trust.heads()) {
            Optional<Link> here = sorted.stream().filter(link -> link.index() == head.index()).findFirst();
            if (here.isEmpty()) {
                found.add(head.index() >= end ? new Fault.Truncated(end, head.index() + 1)
                        : new Fault.LeftOut(head.index(), head.leafHash().hex()));
            } else if (!here.get().leaf().equals(head.leafHash())) {
                found.add(new Fault.Changed(head.index()));
            }
        }
    }
}
