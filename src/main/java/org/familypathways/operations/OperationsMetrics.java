package org.familypathways.operations;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The figures that an operator can be woken by. Prometheus is told all of them from one look at the database, however
 * many they are; they count, and name nobody.
 */
@Component
class OperationsMetrics implements MultiCollector {

    private final Situations situations;

    OperationsMetrics(Situations situations, ObjectProvider<PrometheusRegistry> registry) {
        this.situations = situations;
        registry.ifAvailable(metrics -> metrics.register(this));
    }

    @Override
    public MetricSnapshots collect() {
        try {
            return figures(situations.now());
        } catch (DataAccessException e) {
            return MetricSnapshots.of(databaseReachable(0));
        }
    }

    private static MetricSnapshots figures(Situation now) {
        return MetricSnapshots.of(
                databaseReachable(1),
                gauge(
                        "stopped_steps",
                        "Steps that were tried in vain and wait for a person",
                        value(now.stoppedSteps(), Labels.EMPTY)),
                gauge(
                        "undelivered_notifications",
                        "Notifications that are left to a person",
                        value(now.undelivered(), Labels.EMPTY)),
                gauge(
                        "overdue_clocks",
                        "Running clocks beyond their last day",
                        value(now.overdueStatutory(), Labels.of("basis", "statutory")),
                        value(now.overdueLocal(), Labels.of("basis", "local"))),
                gauge(
                        "jobs",
                        "Work that waits for no person",
                        value(now.due(), Labels.of("state", "due")),
                        value(now.running(), Labels.of("state", "running")),
                        value(now.later(), Labels.of("state", "later"))),
                gauge(
                        "oldest_due_job_age_seconds",
                        "How long the oldest due work has been waiting",
                        value(now.oldestDueFor().toSeconds(), Labels.EMPTY)),
                gauge(
                        "imports",
                        "Census imports that run, and that stopped within the last day",
                        value(now.importsRunning(), Labels.of("state", "running")),
                        value(now.importsStopped(), Labels.of("state", "stopped"))));
    }

    private static GaugeSnapshot databaseReachable(int answer) {
        return gauge("database_reachable", "Whether the database answers this node", value(answer, Labels.EMPTY));
    }

    private static GaugeSnapshot gauge(String name, String help, GaugeDataPointSnapshot... points) {
        var gauge = GaugeSnapshot.builder().name("family_pathways_" + name).help(help);
        for (GaugeDataPointSnapshot point : points) {
            gauge.dataPoint(point);
        }
        return gauge.build();
    }

    private static GaugeDataPointSnapshot value(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }
}
