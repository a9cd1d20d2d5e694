package dev.touchstone.submission;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Tells which members may be null, as the records do. The generator knows nothing of their annotations. */
final class ApiNulls {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String OURS = "dev.touchstone.";

    private final IndexView index;

    ApiNulls(IndexView index) {
        this.index = index;
    }

    void tell(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            record(name, properties).ifPresent(found -> new LinkedHashMap<>(properties).forEach((property, of) -> {
                if (mayBeNull(found, property)) {
                    schema.addProperty(property, orNull(of));
                }
            }));
        }
    }

    private Optional<ClassInfo> record(String name, Map<String, Schema> properties) {
        return index.getKnownClasses().stream().filter(ClassInfo::isRecord)
                .filter(each -> each.name().toString().startsWith(OURS))
                .filter(each -> name.startsWith(each.simpleName()) || isNamed(each, name))
                .filter(each -> each.recordComponents().stream().filter(it -> properties.containsKey(it.name())).count()
                        * 2 > each.recordComponents().size())
                // The index has no order, and the name of one record may be the beginning of another's.
                .max(Comparator.comparing((ClassInfo each) -> isNamed(each, name))
                        .thenComparingInt(each -> each.simpleName().length()).thenComparing(each -> each.name().toString()));
    }

    private static boolean isNamed(ClassInfo each, String name) {
        var schema = each.declaredAnnotation(DotName.createSimple(
                org.eclipse.microprofile.openapi.annotations.media.Schema.class));
        return schema != null && schema.value("name") != null && schema.value("name").asString().equals(name);
    }

    /** What is no component of its own comes from one that is written flat, whose members need not be known. */
    private static boolean mayBeNull(ClassInfo record, String property) {
        RecordComponentInfo component = record.recordComponent(property);
        return component == null || component.type().hasAnnotation(NULLABLE) || component.hasAnnotation(NULLABLE);
    }

    private static Schema orNull(Schema schema) {
        return schema.getRef() == null ? schema.addType(SchemaType.NULL)
                : OASFactory.createSchema().anyOf(List.of(OASFactory.createSchema().ref(schema.getRef()),
                        OASFactory.createSchema().addType(SchemaType.NULL)));
    }
}
