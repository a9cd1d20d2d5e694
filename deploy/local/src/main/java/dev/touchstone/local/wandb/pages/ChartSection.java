package dev.touchstone.local.wandb.pages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Charts of all metrics, grouped by what stands before the first slash of their names. */
final class ChartSection {

    private static final int CHARTS = 60;

    private ChartSection() {
    }

    /** @param links that choose another axis */
    static Html of(String title, List<HistoryRow> rows, Axis axis, Html links) {
        List<Series> all = Series.of(rows, axis);
        if (all.isEmpty()) {
            return Html.NONE;
        }
        Map<String, List<Series>> groups = all.stream().limit(CHARTS)
                .collect(Collectors.groupingBy(ChartSection::group, TreeMap::new, Collectors.toList()));
        List<Html> sections = groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue(), axis)).toList();
        String more = all.size() > CHARTS ? all.size() - CHARTS + " more metrics are in the history" : "";
        return Html.of("<section><h2>{}</h2>{}{}<p class=\"quiet\">{}</p></section>", title, links, Html.join(sections), more);
    }

    private static String group(Series series) {
        int slash = series.name().indexOf('/');
        return slash < 0 ? "" : series.name().substring(0, slash);
    }

    private static Html group(String name, List<Series> series, Axis axis) {
        Html heading = name.isEmpty() ? Html.NONE : Html.of("<h3>{}</h3>", name);
        return Html.of("{}<div class=\"charts\">{}</div>", heading,
                Html.join(series.stream().map(one -> LineChart.draw(one, axis)).toList()));
    }
}
