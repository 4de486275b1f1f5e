<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>est_plugin</name>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="163" />
        <location filename="../est_plugin/processing/accuracy.py" line="122" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="46" />
        <location filename="../est_plugin/analysis/accuracy.py" line="146" />
        <location filename="../est_plugin/analysis/accuracy.py" line="75" />
        <location filename="../est_plugin/analysis/accuracy.py" line="69" />
        <source>The map cannot be tested.</source>
        <translation>Kartan kan inte prövas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="225" />
        <location filename="../est_plugin/analysis/accuracy.py" line="70" />
        <source>The incidents have no times.</source>
        <translation>Händelserna har inga tider.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy.py" line="71" />
        <source>Give the field with the time.</source>
        <translation>Ange fältet med tiden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy.py" line="76" />
        <source>The tested period begins before the other one has ended.</source>
        <translation>Den prövade perioden börjar innan den andra är slut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy.py" line="77" />
        <source>Test on a later period.</source>
        <translation>Pröva på en senare period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy.py" line="147" />
        <source>One of the two periods has no incident with a place of its own: {count} reports.</source>
        <translation>En av de två perioderna har ingen händelse med en egen plats: {count} rapporter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy.py" line="150" />
        <source>Choose longer periods, or periods with incidents.</source>
        <translation>Välj längre perioder, eller perioder med händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspots.py" line="99" />
        <location filename="../est_plugin/analysis/clusters.py" line="52" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="47" />
        <source>A setting is outside its range.</source>
        <translation>En inställning ligger utanför sitt tillåtna intervall.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="48" />
        <source>Give a bandwidth over 0 metres and a seed from 0 up.</source>
        <translation>Ange en bandbredd över 0 meter och ett startvärde från 0 och uppåt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="78" />
        <source>the hotspot map caught more, and chance rarely makes that</source>
        <translation>hotspotkartan fångade fler, och det gör slumpen sällan</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="79" />
        <source>the hotspot map caught fewer, and chance rarely makes that</source>
        <translation>hotspotkartan fångade färre, och det gör slumpen sällan</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="80" />
        <source>the difference can be chance</source>
        <translation>skillnaden kan vara slump</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="81" />
        <source>too few incidents to say</source>
        <translation>för få händelser för att säga något</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="151" />
        <source>Of {tested} incidents in the tested period, {hotspots} came on the {area} % of the area that the hotspot map puts first. The counts of the earlier period would have caught {counts}, the heat map of everything earlier {density}.</source>
        <translation>Av {tested} händelser i den prövade perioden kom {hotspots} på de {area} % av ytan som hotspotkartan sätter främst. En karta över den tidigare periodens antal hade fångat {counts}, värmekartan över allt tidigare {density}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="168" />
        <source>That is too few incidents to say which map is better; at least {fewest} are needed. Choose longer periods.</source>
        <translation>Det är för få händelser för att säga vilken karta som är bättre; det behövs minst {fewest}. Välj längre perioder.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="188" />
        <source>How well does the map of one period tell where the incidents of the next one come?</source>
        <translation>Hur väl säger en periods karta var nästa periods händelser kommer?</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="193" />
        <source>in each cell where two maps differ it is even odds which of them it favours</source>
        <translation>i varje ruta där två kartor skiljer sig är det lika troligt att den gynnar den ena som den andra</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="198" />
        <source>simulated, of both tails: which map a cell favours is drawn by lot</source>
        <translation>simulerat, båda svansarna: vilken karta en ruta gynnar lottas</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="201" />
        <source>Benjamini-Hochberg over all differences of maps</source>
        <translation>Benjamini-Hochberg över alla skillnader mellan kartor</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="208" />
        <source>Maps made of</source>
        <translation>Kartorna är gjorda av</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="209" />
        <source>Maps tested on</source>
        <translation>Kartorna är prövade på</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="210" />
        <source>Incidents in the earlier period</source>
        <translation>Händelser i den tidigare perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="211" />
        <source>Incidents in everything earlier</source>
        <translation>Händelser i allt tidigare</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="109" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="212" />
        <source>Tested incidents</source>
        <translation>Prövade händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="213" />
        <source>Tested incidents outside the study area, left out</source>
        <translation>Prövade händelser utanför det undersökta området, utelämnade</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="214" />
        <source>Tested reports on stacked points, left out</source>
        <translation>Prövade rapporter på samma punkt, utelämnade</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="72" />
        <location filename="../est_plugin/gui/search_settings.py" line="62" />
        <location filename="../est_plugin/export/method_text.py" line="34" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="176" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="223" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="215" />
        <source>Study area</source>
        <translation>Undersökt område</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="177" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="216" />
        <source>Study cells</source>
        <translation>Undersökta rutor</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="190" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="241" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="221" />
        <source>Checksum of the study area</source>
        <translation>Kontrollsumma för det undersökta området</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="31" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="173" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="216" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="222" />
        <source>Cells are</source>
        <translation>Cellerna är</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="42" />
        <location filename="../est_plugin/export/stability_page.py" line="36" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="174" />
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="117" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="223" />
        <source>Cell width (metres)</source>
        <translation>Cellbredd (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="43" />
        <location filename="../est_plugin/processing/clusters.py" line="73" />
        <location filename="../est_plugin/export/stability_page.py" line="37" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="175" />
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="118" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="224" />
        <source>Distance (metres)</source>
        <translation>Avstånd (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="164" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="172" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="225" />
        <source>Level</source>
        <translation>Nivå</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="226" />
        <source>Correction of the hotspot map</source>
        <translation>Hotspotkartans korrigering</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="227" />
        <source>p-value of the hotspot map</source>
        <translation>Hotspotkartans p-värde</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="181" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="231" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="228" />
        <source>Reports on stacked points count</source>
        <translation>Rapporter på staplade punkter räknas med</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="100" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="229" />
        <source>Bandwidth of the heat map (metres)</source>
        <translation>Värmekartans bandbredd (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="230" />
        <source>Draws of the test</source>
        <translation>Dragningar i testet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="61" />
        <location filename="../est_plugin/processing/rhythm.py" line="87" />
        <location filename="../est_plugin/processing/nearrepeat.py" line="95" />
        <location filename="../est_plugin/processing/demodatabase.py" line="60" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="171" />
        <location filename="../est_plugin/analysis/rhythm_method.py" line="70" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="284" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="231" />
        <source>Seed</source>
        <translation>Startvärde</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="232" />
        <source>Checksum of the tested incidents</source>
        <translation>Kontrollsumma för de prövade händelserna</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="233" />
        <source>Checksum of everything earlier</source>
        <translation>Kontrollsumma för allt tidigare</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="238" />
        <source>Without a study area the cells are those of both periods together, so PAI hangs on the tested incidents too. Give a study area for a PAI that can be compared with others.</source>
        <translation>Utan ett valt område är rutorna båda periodernas tillsammans, så PAI hänger också på de prövade händelserna. Välj ett område att undersöka för ett PAI som kan jämföras med andra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="199" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="246" />
        <source>exact conditional permutation, one-sided (upper tail)</source>
        <translation>exakt betingad permutation, ensidig (övre svansen)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="200" />
        <location filename="../est_plugin/analysis/accuracy_result.py" line="248" />
        <source>normal distribution, two-sided</source>
        <translation>normalfördelning, tvåsidig</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="252" />
        <source>Order of the hotspot map</source>
        <translation>Hotspotkartans ordning</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="253" />
        <source>by q, and where that is equal by Gi*</source>
        <translation>efter q, och där det är lika efter Gi*</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="256" />
        <source>Cells with the same place in the order</source>
        <translation>Rutor med samma plats i ordningen</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="257" />
        <source>share what is left of the area: the mean of all draws by lot</source>
        <translation>delar på den yta som är kvar: medelvärdet av alla lottningar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="260" />
        <source>Interval of the hit rate</source>
        <translation>Träffandelens intervall</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="261" />
        <source>Wilson, 95 %, as if incidents came independently of each other</source>
        <translation>Wilson, 95 %, som om händelserna kom oberoende av varandra</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="265" />
        <source>Beside the counts of the earlier period: {verdict}.</source>
        <translation>Jämfört med antalen i den tidigare perioden: {verdict}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/accuracy_result.py" line="266" />
        <source>Beside the heat map of everything earlier: {verdict}.</source>
        <translation>Jämfört med värmekartan över allt tidigare: {verdict}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="55" />
        <source>Monday</source>
        <translation>måndag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="56" />
        <source>Tuesday</source>
        <translation>tisdag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="57" />
        <source>Wednesday</source>
        <translation>onsdag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="58" />
        <source>Thursday</source>
        <translation>torsdag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="59" />
        <source>Friday</source>
        <translation>fredag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="60" />
        <source>Saturday</source>
        <translation>lördag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="61" />
        <source>Sunday</source>
        <translation>söndag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="89" />
        <source>every day {start}–{end}</source>
        <translation>alla dagar kl. {start}–{end}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="95" />
        <source>every day but {day} {start}–{end}</source>
        <translation>alla dagar utom {day} kl. {start}–{end}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="100" />
        <source>{day} {start}–{end}</source>
        <translation>{day} kl. {start}–{end}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/busy_window.py" line="102" />
        <source>{first}–{last} {start}–{end}</source>
        <translation>{first}–{last} kl. {start}–{end}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/close_pairs.py" line="44" />
        <source>As the crow flies</source>
        <translation>Fågelvägen</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/close_pairs.py" line="45" />
        <source>Along a grid of streets (Manhattan)</source>
        <translation>Längs ett rutnät av gator (Manhattan)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/close_pairs.py" line="79" />
        <source>There are too many incidents near each other.</source>
        <translation>För många händelser ligger nära varandra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/close_pairs.py" line="80" />
        <source>More than {most} pairs of them lie within {reach} metres.</source>
        <translation>Över {most} par av dem ligger inom {reach} meter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/close_pairs.py" line="81" />
        <source>Choose a shorter period, fewer categories or a shorter distance.</source>
        <translation>Välj en kortare period, färre kategorier eller ett kortare avstånd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/point_cells.py" line="146" />
        <location filename="../est_plugin/analysis/clusters.py" line="203" />
        <location filename="../est_plugin/analysis/clusters.py" line="195" />
        <location filename="../est_plugin/analysis/clusters.py" line="51" />
        <source>No clusters can be looked for.</source>
        <translation>Det går inte att leta efter kluster.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="53" />
        <source>Give a distance above 0, at least one incident, and days from 0 upwards.</source>
        <translation>Ange ett avstånd över 0, minst en händelse och 0 dagar eller fler.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="119" />
        <source>Nowhere do {least} incidents crowd together within {distance} m.</source>
        <translation>Ingenstans ligger {least} händelser tätt ihop, inom {distance} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="124" />
        <source>The incidents crowd together at one place: {inside} of {total} lie there.</source>
        <translation>Händelserna ligger tätt på ett ställe: {inside} av {total} ligger där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="128" />
        <source>The incidents crowd together at {clusters} places: {inside} of {total} lie there.</source>
        <translation>Händelserna ligger tätt på {clusters} ställen: {inside} av {total} ligger där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="136" />
        <source>no time limit</source>
        <translation>ingen tidsgräns</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="139" />
        <source>Where do incidents crowd together? By DBSCAN, without a grid.</source>
        <translation>Var ligger händelserna tätt? Med DBSCAN, utan rutnät.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="146" />
        <source>Distance, metres</source>
        <translation>Avstånd, meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="83" />
        <location filename="../est_plugin/gui/cluster_choice.py" line="44" />
        <location filename="../est_plugin/analysis/clusters.py" line="147" />
        <source>Least number of incidents</source>
        <translation>Minsta antal händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="91" />
        <location filename="../est_plugin/gui/situation_page.py" line="115" />
        <location filename="../est_plugin/analysis/clusters.py" line="148" />
        <source>Days</source>
        <translation>Dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="150" />
        <source>Edge of a cluster</source>
        <translation>Klustrets kant</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="151" />
        <source>belongs to the nearest incident of a core</source>
        <translation>hör till den närmaste händelsen i en kärna</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="63" />
        <location filename="../est_plugin/layers/measure_form.py" line="159" />
        <location filename="../est_plugin/layers/form_fields.py" line="87" />
        <location filename="../est_plugin/gui/hotspots_page.py" line="114" />
        <location filename="../est_plugin/export/stability_page.py" line="31" />
        <location filename="../est_plugin/export/sections.py" line="28" />
        <location filename="../est_plugin/export/rhythm_page.py" line="122" />
        <location filename="../est_plugin/export/public_sections.py" line="114" />
        <location filename="../est_plugin/export/public_files.py" line="101" />
        <location filename="../est_plugin/export/public_files.py" line="84" />
        <location filename="../est_plugin/export/hotspots_page.py" line="24" />
        <location filename="../est_plugin/export/geopackage_layers.py" line="256" />
        <location filename="../est_plugin/export/cluster_page.py" line="31" />
        <location filename="../est_plugin/analysis/density.py" line="168" />
        <location filename="../est_plugin/analysis/clusters.py" line="153" />
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="174" />
        <source>There are no hotspots of the period to compare with.</source>
        <translation>Det finns inga hotspots för perioden att jämföra med.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="176" />
        <source>Hotspots with a cluster in them: {with_cluster} of {hotspots}. Clusters outside every hotspot: {outside} of {clusters}.</source>
        <translation>Hotspots med ett kluster i sig: {with_cluster} av {hotspots}. Kluster utanför alla hotspots: {outside} av {clusters}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study_counts.py" line="69" />
        <location filename="../est_plugin/analysis/density.py" line="139" />
        <location filename="../est_plugin/analysis/clusters.py" line="196" />
        <source>There are no incidents in the selection.</source>
        <translation>Det finns inga händelser i urvalet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study_counts.py" line="70" />
        <location filename="../est_plugin/analysis/shuffle_test.py" line="78" />
        <location filename="../est_plugin/analysis/density.py" line="140" />
        <location filename="../est_plugin/analysis/clusters.py" line="197" />
        <source>Choose a longer period or other categories.</source>
        <translation>Välj en längre period eller andra kategorier.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="204" />
        <source>Days were given, but nobody knows when the incidents happened.</source>
        <translation>Dagar angavs, men ingen vet när händelserna skedde.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/clusters.py" line="205" />
        <source>Give 0 days, or incidents with a time.</source>
        <translation>Ange 0 dagar, eller händelser med en tid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/comparison.py" line="35" />
        <source>there are no reports</source>
        <translation>det finns inga rapporter</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/comparison.py" line="36" />
        <source>reports exist from {day}</source>
        <translation>rapporter finns från {day}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/comparison.py" line="37" />
        <source>the period is not over</source>
        <translation>perioden är inte slut</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/comparison.py" line="38" />
        <source>reports exist until {day}</source>
        <translation>rapporter finns till och med {day}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/comparison.py" line="39" />
        <source>the source “{source}” reports from {day} only</source>
        <translation>källan ”{source}” rapporterar först från {day}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="50" />
        <source>unchanged</source>
        <translation>oförändrat</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="113" />
        <location filename="../est_plugin/analysis/count_change.py" line="51" />
        <source>more</source>
        <translation>fler</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="112" />
        <location filename="../est_plugin/analysis/count_change.py" line="52" />
        <source>fewer</source>
        <translation>färre</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="53" />
        <source>more per day</source>
        <translation>fler per dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="54" />
        <source>fewer per day</source>
        <translation>färre per dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="55" />
        <source>may be chance</source>
        <translation>kan vara slump</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="56" />
        <source>too few to tell</source>
        <translation>för få för att säga</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="57" />
        <source>cannot be compared</source>
        <translation>går inte att jämföra</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/count_change.py" line="58" />
        <source>not judged</source>
        <translation>bedöms inte</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dark_stretches.py" line="62" />
        <source>No working lamp</source>
        <translation>Ingen fungerande lampa</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dark_stretches.py" line="63" />
        <source>Not known: outside the lamp register</source>
        <translation>Okänt: utanför lampregistret</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/day_parts.py" line="41" />
        <source>Night (00–06)</source>
        <translation>Natt (00–06)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/day_parts.py" line="42" />
        <source>Day (06–18)</source>
        <translation>Dag (06–18)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/day_parts.py" line="43" />
        <source>Evening (18–24)</source>
        <translation>Kväll (18–24)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="80" />
        <source>No incident has a known time of day: nothing to say of the dark.</source>
        <translation>Ingen händelse har ett känt klockslag: om mörkret går inget att säga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="84" />
        <source>In the dark: {dark} of {known}. Too few to compare.</source>
        <translation>I mörker: {dark} av {known}. De är för få att jämföra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="92" />
        <source>In the dark: {dark} of {known}. That cannot be told from the {expected} that the hours of darkness alone explain.</source>
        <translation>I mörker: {dark} av {known}. Det går inte att skilja från de {expected} som mörkrets timmar ensamma förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="100" />
        <source>In the dark: {dark} of {known}. That is more than the {expected} that the hours of darkness alone explain.</source>
        <translation>I mörker: {dark} av {known}. Det är fler än de {expected} som mörkrets timmar ensamma förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="104" />
        <source>In the dark: at least {dark} of {known}. That is more than the {expected} that the hours of darkness alone explain.</source>
        <translation>I mörker: minst {dark} av {known}. Det är fler än de {expected} som mörkrets timmar ensamma förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="109" />
        <source>In the dark: {dark} of {known}. That is fewer than the {expected} that the hours of darkness alone explain.</source>
        <translation>I mörker: {dark} av {known}. Det är färre än de {expected} som mörkrets timmar ensamma förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/daylight.py" line="113" />
        <source>In the dark: at most {dark} of {known}. That is fewer than the {expected} that the hours of darkness alone explain.</source>
        <translation>I mörker: högst {dark} av {known}. Det är färre än de {expected} som mörkrets timmar ensamma förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/pixel_window.py" line="52" />
        <location filename="../est_plugin/analysis/pixel_moments.py" line="107" />
        <location filename="../est_plugin/analysis/heatmap.py" line="80" />
        <location filename="../est_plugin/analysis/edge_correction.py" line="37" />
        <location filename="../est_plugin/analysis/density.py" line="138" />
        <location filename="../est_plugin/analysis/density.py" line="48" />
        <source>No heat map can be made.</source>
        <translation>Det går inte att göra någon värmekarta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density.py" line="49" />
        <source>The bandwidth is {bandwidth} m and the pixel size {size} m.</source>
        <translation>Bandbredden är {bandwidth} m och pixelstorleken {size} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density.py" line="50" />
        <source>Give a positive pixel size that is smaller than the bandwidth.</source>
        <translation>Ange en pixelstorlek som är större än noll och mindre än bandbredden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density.py" line="163" />
        <source>divided by the share of the kernel in the study area</source>
        <translation>delad med den andel av kärnan som ligger i studieområdet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="48" />
        <location filename="../est_plugin/export/approval_words.py" line="38" />
        <location filename="../est_plugin/export/approval_words.py" line="33" />
        <location filename="../est_plugin/analysis/method_box.py" line="16" />
        <location filename="../est_plugin/analysis/density.py" line="165" />
        <source>none</source>
        <translation>inga</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="83" />
        <location filename="../est_plugin/analysis/density.py" line="169" />
        <source>Kernel</source>
        <translation>Kärnfunktion</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="74" />
        <location filename="../est_plugin/analysis/density.py" line="170" />
        <source>Bandwidth (metres)</source>
        <translation>Bandbredd (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="75" />
        <location filename="../est_plugin/analysis/density.py" line="171" />
        <source>Pixel size (metres)</source>
        <translation>Pixelstorlek (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density.py" line="172" />
        <source>Correction at the edge</source>
        <translation>Rättning vid kanten</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_breaks.py" line="38" />
        <source>No common scale can be given.</source>
        <translation>Det går inte att ge en gemensam skala.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_breaks.py" line="39" />
        <source>The densities differ in their unit.</source>
        <translation>Tätheterna har olika enheter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_breaks.py" line="40" />
        <source>Give densities of the same kind and unit.</source>
        <translation>Ge tätheter av samma slag och med samma enhet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="39" />
        <source>events per km²</source>
        <translation>händelser per km²</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="40" />
        <source>events per km² and 30 days</source>
        <translation>händelser per km² och 30 dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="41" />
        <source>times as many</source>
        <translation>gånger så många</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="54" />
        <source>How many incidents are there per km², everywhere?</source>
        <translation>Hur många händelser finns det per km², överallt?</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="55" />
        <source>Where are there more, and where fewer, than before?</source>
        <translation>Var finns det fler, och var färre, än tidigare?</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="56" />
        <source>How many times as many are there as before?</source>
        <translation>Hur många gånger så många finns det som tidigare?</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="187" />
        <location filename="../est_plugin/analysis/density_grid.py" line="87" />
        <source>No rate per 30 days can be given.</source>
        <translation>Det går inte att räkna per 30 dagar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="188" />
        <location filename="../est_plugin/analysis/density_grid.py" line="88" />
        <source>It needs the density of one period and its number of days.</source>
        <translation>Det behövs tätheten för en period och periodens antal dagar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="189" />
        <location filename="../est_plugin/analysis/density_grid.py" line="89" />
        <source>Give the first and the last day of the period.</source>
        <translation>Ange periodens första och sista dag.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="199" />
        <location filename="../est_plugin/analysis/density_grid.py" line="97" />
        <source>Days of the period</source>
        <translation>Dagar i perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="115" />
        <source>There are too few incidents everywhere to say anything.</source>
        <translation>Det finns för få händelser överallt för att säga något.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="120" />
        <source>Where they lie closest there are {number} {unit}.</source>
        <translation>Där det är tätast är det {number} {unit}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="126" />
        <source>The largest increase is {more} and the largest decrease {fewer} {unit}. Whether it is more than chance, the map does not say.</source>
        <translation>Den största ökningen är {more} och den största minskningen {fewer} {unit}. Om det är mer än slumpen säger kartan inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="137" />
        <source>The density is between {low} and {high} times that of the other period. Whether it is more than chance, the map does not say.</source>
        <translation>Tätheten är mellan {low} och {high} gånger den andra periodens. Om det är mer än slumpen säger kartan inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="148" />
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/density_grid.py" line="151" />
        <source>Smallest share of the kernel in the study area</source>
        <translation>Minsta andel av kärnan i studieområdet</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="52" />
        <source>No ratio of two periods can be given.</source>
        <translation>Det går inte att räkna ut en kvot mellan två perioder.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="53" />
        <source>The constant that both are raised by is {constant}.</source>
        <translation>Talet som läggs till båda är {constant}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="54" />
        <source>Give one above 0.</source>
        <translation>Ange ett tal över 0.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="66" />
        <source>Added to both periods (k)</source>
        <translation>Läggs till båda perioderna (k)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="75" />
        <source>The two densities cannot be compared.</source>
        <translation>De två tätheterna kan inte jämföras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="76" />
        <source>They differ in their pixels or in their unit.</source>
        <translation>De har olika bildpunkter eller olika enheter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/dual_density.py" line="77" />
        <source>Make both over the same area, with the same pixels and unit.</source>
        <translation>Gör båda över samma yta, med samma bildpunkter och enhet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="74" />
        <location filename="../est_plugin/analysis/edge_correction.py" line="28" />
        <source>The study area cannot be used.</source>
        <translation>Undersökningsområdet går inte att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/edge_correction.py" line="29" />
        <source>It has no surface, or its lines cross each other.</source>
        <translation>Det har ingen yta, eller så korsar dess linjer varandra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/edge_correction.py" line="30" />
        <source>Choose polygons, or mend them with Fix geometries.</source>
        <translation>Välj polygoner, eller laga dem med Korrigera geometrier.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/edge_correction.py" line="38" />
        <source>The study area leaves out every pixel.</source>
        <translation>Inga bildpunkter ligger i studieområdet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/edge_correction.py" line="39" />
        <source>Choose an area where the incidents lie, or smaller pixels.</source>
        <translation>Välj ett område där händelserna ligger, eller mindre bildpunkter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="52" />
        <source>new hotspot</source>
        <translation>ny hotspot</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="53" />
        <source>hot for some periods on end</source>
        <translation>het flera perioder i följd</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="54" />
        <source>nearly always hot, intensifying</source>
        <translation>nästan alltid het, tilltar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="55" />
        <source>nearly always hot</source>
        <translation>nästan alltid het</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="56" />
        <source>nearly always hot, diminishing</source>
        <translation>nästan alltid het, avtar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="57" />
        <source>hot now and then</source>
        <translation>het då och då</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="58" />
        <source>hot, but quieter than chance before</source>
        <translation>het, men tidigare lugnare än slumpen</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="59" />
        <source>nearly always hot, but not now</source>
        <translation>nästan alltid het, men inte nu</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="60" />
        <source>no pattern</source>
        <translation>inget mönster</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="63" />
        <source>Hot in the last period and never before.</source>
        <translation>Het i den senaste perioden och aldrig förr.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="64" />
        <source>Hot in the last two periods or more without a break, and never before.</source>
        <translation>Het i minst de två senaste perioderna utan avbrott, och aldrig förr.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="67" />
        <source>Hot in nine of ten periods and in the last one, and rising more steadily than chance explains.</source>
        <translation>Het i nio av tio perioder och i den senaste, och ökar stadigare än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="70" />
        <source>Hot in nine of ten periods and in the last one, without a trend.</source>
        <translation>Het i nio av tio perioder och i den senaste, utan trend.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="73" />
        <source>Hot in nine of ten periods and in the last one, and falling more steadily than chance explains.</source>
        <translation>Het i nio av tio perioder och i den senaste, och minskar stadigare än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="76" />
        <source>Hot in the last period, and on and off before.</source>
        <translation>Het i den senaste perioden, och av och till förr.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="77" />
        <source>Hot in the last period and on and off before, with fewer incidents than chance in another.</source>
        <translation>Het i den senaste perioden och av och till förr, med färre händelser än slumpen i någon annan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="80" />
        <source>Hot in nine of ten periods, but not in the last one.</source>
        <translation>Het i nio av tio perioder, men inte i den senaste.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="81" />
        <source>Not hot in the last period, and not nearly always before.</source>
        <translation>Inte het i den senaste perioden, och inte nästan alltid förr.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="110" />
        <location filename="../est_plugin/analysis/period_series.py" line="92" />
        <location filename="../est_plugin/analysis/emerging.py" line="107" />
        <source>The periods cannot be put side by side.</source>
        <translation>Perioderna kan inte ställas bredvid varandra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="108" />
        <source>They do not cover the same places.</source>
        <translation>De gäller inte samma platser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="109" />
        <source>Analyse all periods with the same cells.</source>
        <translation>Analysera alla perioder med samma rutor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="144" />
        <source>Nowhere were there more incidents than chance explains in the last period.</source>
        <translation>Ingenstans var det fler händelser än slumpen förklarar i den senaste perioden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="158" />
        <source>Places with more incidents than chance explains in the last period: {hot}. Never hot before: {new}. Hot in nine of ten periods: {always}, of them rising: {rising}, falling: {falling}.</source>
        <translation>Platser med fler händelser än slumpen förklarar i den senaste perioden: {hot}. Aldrig heta förr: {new}. Heta i nio av tio perioder: {always}, av dem ökar {rising} och minskar {falling}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/emerging.py" line="163" />
        <source>Cells of the grid with more incidents than chance explains in the last period: {hot}. Never hot before: {new}. Hot in nine of ten periods: {always}, of them rising: {rising}, falling: {falling}. Cells side by side are often one place.</source>
        <translation>Rutor med fler händelser än slumpen förklarar i den senaste perioden: {hot}. Aldrig heta förut: {new}. Heta i nio av tio perioder: {always}, av dem ökar: {rising}, minskar: {falling}. Rutor intill varandra är ofta en och samma plats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="134" />
        <location filename="../est_plugin/analysis/fdr.py" line="28" />
        <source>Benjamini-Hochberg</source>
        <translation>Benjamini-Hochberg</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/fdr.py" line="29" />
        <source>Benjamini-Yekutieli</source>
        <translation>Benjamini-Yekutieli</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/grid.py" line="211" />
        <source>No grid can be made.</source>
        <translation>Det går inte att göra något rutnät.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/grid.py" line="212" />
        <source>The cell size is {size}.</source>
        <translation>Cellstorleken är {size}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/grid.py" line="213" />
        <source>Give the cell size as a positive number of metres.</source>
        <translation>Ange cellstorleken i meter, som ett tal större än noll.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/heatmap.py" line="81" />
        <source>None of the incidents lies in the study area.</source>
        <translation>Ingen av händelserna ligger i studieområdet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/heatmap.py" line="82" />
        <source>Choose another area, or leave it out.</source>
        <translation>Välj ett annat område, eller lämna det tomt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/heatmap.py" line="98" />
        <source>No heatmap can be made.</source>
        <translation>Det går inte att göra någon värmekarta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="231" />
        <location filename="../est_plugin/analysis/heatmap.py" line="99" />
        <source>There is no incident in the period or the layer.</source>
        <translation>Det finns ingen händelse i perioden eller lagret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="232" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="165" />
        <location filename="../est_plugin/analysis/heatmap.py" line="100" />
        <source>Choose another period, or take in reports first.</source>
        <translation>Välj en annan period eller läs in rapporter först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="79" />
        <source>In which periods was each cell hot, and does its Gi* rise or fall? After Esri's Emerging Hot Spots.</source>
        <translation>I vilka perioder var varje ruta het, och stiger eller sjunker dess Gi*? Efter Esris Emerging Hot Spots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="82" />
        <source>In which periods was each place hot, and does its number of incidents rise or fall? After Esri's Emerging Hot Spots.</source>
        <translation>I vilka perioder var varje plats het, och ökar eller minskar dess händelser? Efter Esris Emerging Hot Spots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="93" />
        <source>Hot: the counts of a period could stand in any of its cells. Trend: the years could stand in any order; none is told under two years of periods that divide the year: a season may look like one.</source>
        <translation>Het: antalen i en period kunde stå i vilken som helst av dess rutor. Trend: åren kunde stå i vilken ordning som helst; ingen sägs under två år av perioder som delar året jämnt: en årstid kan se ut som en trend.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="100" />
        <source>hot: exact permutation of the counts, one-sided; trend: Mann and Kendall's by season, two-sided, for places that are nearly always hot</source>
        <translation>het: exakt permutation av antalen, ensidigt; trend: Mann och Kendalls test per årstid, tvåsidigt, för platser som nästan alltid är heta</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="108" />
        <source>{correction} over all cells of all periods; none for the trends, as in the source</source>
        <translation>{correction} över alla rutor i alla perioder; ingen för trenderna, som i källan</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="136" />
        <location filename="../est_plugin/analysis/rate_change.py" line="197" />
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="114" />
        <source>Level of significance</source>
        <translation>Signifikansnivå</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="115" />
        <source>Level of significance of a trend</source>
        <translation>Signifikansnivå för en trend</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="137" />
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="116" />
        <source>Whole periods</source>
        <translation>Hela perioder</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="119" />
        <source>Cells tested in each period</source>
        <translation>Rutor som prövas i varje period</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="121" />
        <source>Cold spots</source>
        <translation>Kalla platser</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_histories.py" line="122" />
        <source>not looked for, so that no place is called oscillating</source>
        <translation>söks inte, så ingen plats kallas växlande</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="25" />
        <source>hexagons</source>
        <translation>sexhörningar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="26" />
        <source>squares</source>
        <translation>kvadrater</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="30" />
        <source>the cells with their centre in the chosen study area</source>
        <translation>rutorna med mittpunkt i det valda området</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="33" />
        <source>the cells with incidents, and the gaps between them</source>
        <translation>rutorna med händelser, och luckorna mellan dem</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="37" />
        <source>The test asks whether the neighbours of a cell hold many incidents, given the cell's own number: one busy address alone is no hotspot.</source>
        <translation>Testet frågar om grannarna till en ruta har många händelser, givet rutans eget antal: en enda livlig adress är ingen hotspot.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="44" />
        <source>The map counts incidents: where more people live or pass, more happens without the risk being higher.</source>
        <translation>Kartan räknar händelser: där fler bor eller rör sig händer mer, utan att risken behöver vara högre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="55" />
        <source>As in ArcGIS, the number of hotspots found is {number}. This score finds hotspots in shuffled incidents too: use it to compare, not to decide.</source>
        <translation>Räknat som i ArcGIS är antalet hotspots {number}. Det måttet hittar hotspots även i händelser som har blandats om på måfå: använd det för att jämföra, inte för att besluta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="65" />
        <source>Here are more incidents than chance leads one to expect. Number of hotspots: {number}. Were it all chance, at least {maps} maps out of 100 would not show a single hotspot.</source>
        <translation>Här är fler händelser än man kan vänta sig av slumpen. Antal hotspots: {number}. Om bara slumpen styrde skulle minst {maps} kartor av 100 inte visa en enda hotspot.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="80" />
        <source>No hotspot was found, but with so few incidents ({count}), or in so few cells, hardly any could have been found.</source>
        <translation>Ingen hotspot hittades, men med så få händelser ({count}), eller i så få rutor, hade knappast någon kunnat hittas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="87" />
        <source>No hotspot was found.</source>
        <translation>Ingen hotspot hittades.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="98" />
        <source>With {count} incidents in squares the edge of the town may show as a hotspot: in even towns with so many, more than 5 out of 100 maps did. Hexagons keep below that.</source>
        <translation>Med {count} händelser i kvadrater kan ortens kant visas som en hotspot: i jämna orter med så många gjorde mer än 5 av 100 kartor det. Sexhörningar håller sig under det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="109" />
        <source>More than half of the incidents lie on one single point at the places with number: {ranks}. Find out whether they really happened there.</source>
        <translation>Mer än hälften av händelserna ligger på en enda punkt på plats nummer: {ranks}. Ta reda på om de verkligen hände där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="119" />
        <source>Left out because they are stacked on one point, often the default point of unknown places: {count} of {total} reports.</source>
        <translation>Utelämnade, eftersom de ligger på exakt samma punkt, ofta en standardpunkt för okända platser: {count} av {total} rapporter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="134" />
        <source>Note: most incidents were not tested. {count} of {total} lie outside the study area. Is it the right one?</source>
        <translation>Obs! De flesta händelserna är inte undersökta: {count} av {total} ligger utanför det undersökta området. Är det rätt område?</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="144" />
        <source>Outside the study area, and not tested: {count} of {total} incidents.</source>
        <translation>Utanför det undersökta området, och därför inte undersökta: {count} av {total} händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="159" />
        <source>{share} % of the study cells lie beyond the incidents and the gaps between them. If nothing can happen there, the town itself is shown as a hotspot: choose a study area that follows the town, or none.</source>
        <translation>{share} % av de undersökta rutorna ligger utanför händelserna och luckorna mellan dem. Om inget kan hända där visas själva orten som en hotspot: välj ett område att undersöka som följer bebyggelsen, eller inget alls.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="73" />
        <location filename="../est_plugin/export/near_repeat_page.py" line="68" />
        <location filename="../est_plugin/export/finding_reader.py" line="33" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="171" />
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="73" />
        <location filename="../est_plugin/export/finding_reader.py" line="34" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="171" />
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="189" />
        <source>Are the neighbours of a cell high, given the cell's own count? (Getis-Ord Gi*)</source>
        <translation>Har grannarna till en ruta många händelser, givet rutans eget antal? (Getis-Ord Gi*)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="192" />
        <source>Do a cell and its neighbours together hold more than the mean? (Getis-Ord Gi*, as in ArcGIS)</source>
        <translation>Har en ruta och dess grannar tillsammans fler än genomsnittet? (Getis-Ord Gi*, som i ArcGIS)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="195" />
        <source>the same counts on any of the cells, while the tested cell keeps its own</source>
        <translation>samma antal på vilka rutor som helst, medan den prövade rutan behåller sitt eget</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="196" />
        <source>a normal distribution with the mean and spread of the counts; it finds hotspots in shuffled data too</source>
        <translation>en normalfördelning med antalens medelvärde och spridning; den hittar hotspots även i omblandade data</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="208" />
        <source>{name}, over the cells of all {periods} periods together</source>
        <translation>{name}, över rutorna i alla {periods} perioder tillsammans</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="32" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="217" />
        <source>Width of a cell in metres</source>
        <translation>Cellbredd i meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="33" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="218" />
        <source>Neighbours lie within, metres</source>
        <translation>Grannar inom, meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="220" />
        <source>Grid moved east and north, in cells</source>
        <translation>Rutnätet flyttat åt öster och norr, i rutor</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="35" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="224" />
        <source>Number of cells</source>
        <translation>Antal celler</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="225" />
        <source>Mean number of incidents per cell</source>
        <translation>Händelser per ruta i genomsnitt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="38" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="226" />
        <source>Accepted share of false finds</source>
        <translation>Godtagen andel falska fynd</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="40" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="227" />
        <source>Fewest incidents of a hotspot</source>
        <translation>Minst antal händelser i en hotspot</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="42" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="228" />
        <source>Most hotspots in the list</source>
        <translation>Högst antal hotspots i listan</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="229" />
        <source>Hotspots before the list was cut</source>
        <translation>Hotspots innan listan kortades</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="41" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="230" />
        <source>Reports left out, stacked on one point</source>
        <translation>Rapporter på samma punkt som inte räknades</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="233" />
        <source>Tests whose p is only bounded from above</source>
        <translation>Test där p bara har en övre gräns</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="239" />
        <source>Incidents outside the study area</source>
        <translation>Händelser utanför det undersökta området</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="189" />
        <location filename="../est_plugin/analysis/hotspot_words.py" line="240" />
        <source>Study cells beyond the incidents and their gaps</source>
        <translation>Undersökta rutor utanför händelserna och luckorna mellan dem</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="243" />
        <source>The checksum of the incidents covers</source>
        <translation>Händelsernas kontrollsumma omfattar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="244" />
        <source>the number per cell and category, and the stacks</source>
        <translation>antalet per ruta och kategori samt rapporter på samma punkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspot_words.py" line="247" />
        <source>the number per cell and category, and the stacks, of each period, the oldest first</source>
        <translation>antalet per ruta och kategori, och staplarna, för varje period, den äldsta först</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study_counts.py" line="84" />
        <location filename="../est_plugin/analysis/study_counts.py" line="68" />
        <location filename="../est_plugin/analysis/neighbourhood.py" line="41" />
        <location filename="../est_plugin/analysis/hotspots.py" line="98" />
        <source>No hotspots can be looked for.</source>
        <translation>Det går inte att leta efter hotspots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/hotspots.py" line="100" />
        <source>Give a level between 0 and 1, and at least one incident and one place.</source>
        <translation>Ange en nivå mellan 0 och 1, minst en händelse och minst en plats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/kernels.py" line="64" />
        <source>Quartic</source>
        <translation>Kvartisk</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/kernels.py" line="65" />
        <source>Uniform</source>
        <translation>Likformig</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/kernels.py" line="66" />
        <source>Triangular</source>
        <translation>Triangulär</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/kernels.py" line="67" />
        <source>Epanechnikov</source>
        <translation>Epanechnikov</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/kernels.py" line="68" />
        <source>Gaussian</source>
        <translation>Gaussisk</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/lighting_proposals.py" line="64" />
        <source>Mend lamp {pole}</source>
        <translation>Laga lampa {pole}</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/lighting_proposals.py" line="66" />
        <source>Mend a lamp</source>
        <translation>Laga en lampa</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/lighting_proposals.py" line="75" />
        <source>Lighting along {length} m, {start}–{end} m into the walk</source>
        <translation>Belysning längs {length} m, {start}–{end} m in på rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="230" />
        <location filename="../est_plugin/analysis/rhythm.py" line="224" />
        <location filename="../est_plugin/analysis/local_hours.py" line="53" />
        <source>The times of the incidents cannot be analysed.</source>
        <translation>Händelsernas tider går inte att analysera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/local_hours.py" line="54" />
        <source>At least one of them lies before 1950 or after 2150.</source>
        <translation>Minst en av dem ligger före 1950 eller efter 2150.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/local_hours.py" line="55" />
        <source>Correct the time, or choose a period without it.</source>
        <translation>Rätta tiden, eller välj en period utan den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/mann_kendall.py" line="151" />
        <location filename="../est_plugin/analysis/mann_kendall.py" line="139" />
        <source>No trend can be told.</source>
        <translation>Ingen trend kan utläsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/mann_kendall.py" line="140" />
        <source>There are {periods} whole periods; with fewer than {fewest}, even a series that only rises may be chance.</source>
        <translation>Det finns {periods} hela perioder; med färre än {fewest} kan även en serie som bara ökar vara slump.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/mann_kendall.py" line="145" />
        <source>Choose shorter periods or more of them.</source>
        <translation>Välj kortare perioder eller fler.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/mann_kendall.py" line="152" />
        <source>A value of the series is no number.</source>
        <translation>Ett värde i serien är inget tal.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/points.py" line="91" />
        <location filename="../est_plugin/analysis/points.py" line="82" />
        <location filename="../est_plugin/analysis/mann_kendall.py" line="153" />
        <source>Read the incidents again.</source>
        <translation>Läs in händelserna igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/map_density.py" line="55" />
        <source>{sentence} They are few: a spot on the map may be a single report.</source>
        <translation>{sentence} De är få: en fläck på kartan kan vara en enda rapport.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/map_density.py" line="118" />
        <source>The map shows no heatmap.</source>
        <translation>Kartan visar ingen värmekarta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/map_density.py" line="119" />
        <source>The incidents lie up to {distance} km apart, which is too far for a bandwidth of {bandwidth} m.</source>
        <translation>Händelserna ligger upp till {distance} km från varandra, vilket är för långt för bandbredden {bandwidth} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/map_density.py" line="123" />
        <source>Choose a bandwidth of {least} m or more.</source>
        <translation>Välj en bandbredd på minst {least} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/method_box.py" line="15" />
        <source>none: this result describes, and tests nothing</source>
        <translation>inget: resultatet beskriver och testar ingenting</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="210" />
        <location filename="../est_plugin/analysis/method_box.py" line="38" />
        <source>Question</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/method_box.py" line="39" />
        <source>Chance means</source>
        <translation>Slump betyder här</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/method_box.py" line="41" />
        <source>p-value</source>
        <translation>p-värde</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="103" />
        <location filename="../est_plugin/export/method_text.py" line="36" />
        <location filename="../est_plugin/analysis/method_box.py" line="42" />
        <source>Number of tests</source>
        <translation>Antal test</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="78" />
        <location filename="../est_plugin/export/method_text.py" line="39" />
        <location filename="../est_plugin/analysis/method_box.py" line="43" />
        <source>Correction for many tests</source>
        <translation>Korrigering för många test</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="43" />
        <location filename="../est_plugin/analysis/method_box.py" line="45" />
        <source>Checksum of the incidents</source>
        <translation>Händelsernas kontrollsumma</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="61" />
        <source>The bands of distance and time are not usable.</source>
        <translation>Klasserna för avstånd och tid går inte att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="62" />
        <source>Width and number of bands must be above zero.</source>
        <translation>Klassernas bredd och antal måste vara över noll.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="63" />
        <source>Choose other bands.</source>
        <translation>Välj andra klasser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="100" />
        <source>at the same place</source>
        <translation>på samma plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="102" />
        <source>{low}–{high} m away</source>
        <translation>{low}–{high} m bort</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="111" />
        <source>within {days} × 24 hours</source>
        <translation>inom {days} dygn</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="112" />
        <source>after {low}–{high} days</source>
        <translation>efter {low}–{high} dygn</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="119" />
        <source>Too few incidents to speak of repeats: {count}, and {least} are needed.</source>
        <translation>För få händelser för att tala om upprepning: {count}, och {least} behövs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="127" />
        <source>Incidents near each other follow each other a little sooner than chance explains, but nowhere by more than a fifth: too little to act on.</source>
        <translation>Händelser nära varandra kommer något tätare i tid än slumpen förklarar, men ingenstans är de mer än en femtedel fler: för lite att handla efter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="135" />
        <source>No near repeats: incidents near each other do not follow each other sooner than chance explains.</source>
        <translation>Ingen upprepning i närheten: händelser nära varandra kommer inte tätare i tid än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="145" />
        <source>It happens again {where} {when}: {observed} pairs of incidents, where chance gives {expected}.</source>
        <translation>Det händer igen {where} {when}: {observed} par av händelser, där slumpen ger {expected}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="164" />
        <source>One incident alone cannot be repeated.</source>
        <translation>En ensam händelse kan inte upprepas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="263" />
        <source>Are pairs of incidents near each other in space and time more than chance gives? (Knox)</source>
        <translation>Är par av händelser som ligger nära varandra i rum och tid fler än slumpen ger? (Knox)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="268" />
        <source>the same places and the same times; which belong together is chance, in every season and part of town</source>
        <translation>samma platser och samma tider; vilka som hör ihop är slump, under alla årstider och i alla delar av orten</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="273" />
        <source>simulated, upper tail; the expected number is exact</source>
        <translation>simulerat, övre svans; det väntade antalet är exakt</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="275" />
        <source>Benjamini and Hochberg, over all cells of the table</source>
        <translation>Benjamini och Hochberg, över tabellens alla rutor</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="81" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="277" />
        <source>Bands of distance (metres)</source>
        <translation>Avståndsklasser (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="84" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="278" />
        <source>Number of bands of distance</source>
        <translation>Antal avståndsklasser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="89" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="279" />
        <source>Bands of time (days)</source>
        <translation>Tidsklasser (dygn)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="90" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="280" />
        <source>Number of bands of time</source>
        <translation>Antal tidsklasser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="103" />
        <location filename="../est_plugin/gui/search_settings.py" line="53" />
        <location filename="../est_plugin/gui/cluster_choice.py" line="43" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="281" />
        <source>Distance</source>
        <translation>Avstånd</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/near_repeat.py" line="282" />
        <source>Least ratio that is called a repeat</source>
        <translation>Minsta kvot som kallas upprepning</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="94" />
        <location filename="../est_plugin/analysis/near_repeat.py" line="283" />
        <source>Shuffles</source>
        <translation>Omkastningar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/neighbourhood.py" line="42" />
        <source>The distance of {distance} m does not suit cells that are {size} m wide.</source>
        <translation>Avståndet {distance} m passar inte celler som är {size} m breda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/neighbourhood.py" line="45" />
        <source>Choose a distance of two to three cell widths; one to {most} are possible.</source>
        <translation>Välj ett avstånd på två till tre cellbredder; en till {most} går att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="41" />
        <source>whole period</source>
        <translation>hel period</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="42" />
        <source>only a part is known</source>
        <translation>bara delvis känd</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="43" />
        <source>not fully reported yet</source>
        <translation>inte fullt rapporterad än</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="93" />
        <source>Their number is {number}.</source>
        <translation>Deras antal är {number}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="94" />
        <source>Choose at least one period.</source>
        <translation>Välj minst en period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="111" />
        <source>Nothing says when the incidents occurred.</source>
        <translation>Ingenting säger när händelserna inträffade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/period_series.py" line="112" />
        <source>Choose a layer with a field for the time, or an EST database.</source>
        <translation>Välj ett lager med ett fält för tiden, eller en EST-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/pixel_moments.py" line="108" />
        <source>A weight is negative or missing.</source>
        <translation>En vikt är negativ eller saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/pixel_moments.py" line="109" />
        <source>Choose a field with numbers from 0 up as weight.</source>
        <translation>Välj ett fält med tal från 0 och uppåt som vikt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/pixel_window.py" line="53" />
        <source>It would have {columns} x {rows} pixels of {size} m.</source>
        <translation>Den skulle få {columns} x {rows} pixlar på {size} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/pixel_window.py" line="54" />
        <source>Choose larger pixels or a smaller area.</source>
        <translation>Välj större pixlar eller ett mindre område.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/point_cells.py" line="147" />
        <source>The incidents lie too far apart for a distance of {distance} m.</source>
        <translation>Händelserna ligger för långt isär för ett avstånd på {distance} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/point_cells.py" line="148" />
        <source>Choose a longer distance, or look for incidents that lie far away by mistake.</source>
        <translation>Välj ett längre avstånd, eller leta efter händelser som av misstag ligger långt bort.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/points.py" line="102" />
        <location filename="../est_plugin/analysis/points.py" line="89" />
        <location filename="../est_plugin/analysis/points.py" line="80" />
        <source>The incidents cannot be analysed.</source>
        <translation>Händelserna går inte att analysera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/points.py" line="81" />
        <source>Their columns differ in length: {lengths}.</source>
        <translation>Kolumnerna är olika långa: {lengths}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/points.py" line="90" />
        <source>A category is not in the list of {count} categories.</source>
        <translation>En kategori finns inte i listan med {count} kategorier.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/points.py" line="103" />
        <source>{count} of {total} have no usable coordinates.</source>
        <translation>{count} av {total} saknar användbara koordinater.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/points.py" line="104" />
        <source>Leave them out, or give them a place.</source>
        <translation>Utelämna dem eller ge dem en plats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/proportion.py" line="29" />
        <source>{share} % ({low}–{high})</source>
        <translation>{share} % ({low}–{high})</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/ranked_maps.py" line="43" />
        <source>Hotspot map</source>
        <translation>Hotspotkarta</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/ranked_maps.py" line="44" />
        <source>Counts of the earlier period</source>
        <translation>Antalen i den tidigare perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/ranked_maps.py" line="45" />
        <source>Heat map of everything earlier</source>
        <translation>Värmekarta över allt tidigare</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="64" />
        <source>none of {rows} has changed more than chance explains.</source>
        <translation>ingen av {rows} har förändrats mer än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="68" />
        <source>{changed} of {rows} changed more than chance explains.</source>
        <translation>{changed} av {rows} har förändrats mer än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="136" />
        <source>There are more incidents than chance explains: {rate} per 30 days, before {rate_before}. The rate is {low} to {high} times the earlier one ({share} % interval).</source>
        <translation>Det är fler händelser än slumpen förklarar: {rate} per 30 dagar, tidigare {rate_before}. Takten är {low} till {high} gånger den tidigare ({share} % intervall).</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="141" />
        <source>There are fewer incidents than chance explains: {rate} per 30 days, before {rate_before}. The rate is {low} to {high} times the earlier one ({share} % interval).</source>
        <translation>Det är färre händelser än slumpen förklarar: {rate} per 30 dagar, tidigare {rate_before}. Takten är {low} till {high} gånger den tidigare ({share} % intervall).</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="146" />
        <source>There are more incidents than chance explains: {now}, and none before. The rate is at least {low} times the earlier one ({share} % interval).</source>
        <translation>Det är fler händelser än slumpen förklarar: {now}, tidigare inga. Takten är minst {low} gånger den tidigare ({share} % intervall).</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="151" />
        <source>There are fewer incidents than chance explains: none, before {before}. The rate is at most {high} times the earlier one ({share} % interval).</source>
        <translation>Det är färre händelser än slumpen förklarar: inga, tidigare {before}. Takten är högst {high} gånger den tidigare ({share} % intervall).</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="161" />
        <source>There are as many incidents as before: {now}.</source>
        <translation>Det är lika många händelser som tidigare: {now}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="162" />
        <source>The change cannot be told from chance: {rate} per 30 days, before {rate_before}. The rate may be anything from {low} to {high} times the earlier one ({share} % interval).</source>
        <translation>Förändringen kan inte skiljas från slumpen: {rate} händelser per 30 dagar, tidigare {rate_before}. Takten kan vara allt från {low} till {high} gånger den tidigare ({share} % intervall).</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="167" />
        <source>There are too few incidents to tell a change from chance: {now}, before {before}.</source>
        <translation>Det är för få händelser för att skilja en förändring från slumpen: {now}, tidigare {before}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="176" />
        <source>Has the rate of incidents per day changed? Exact conditional test of two Poisson counts.</source>
        <translation>Har antalet händelser per dag förändrats? Exakt betingat test av två Poissonantal.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="181" />
        <source>The rate per day is the same in both periods, and each incident happens independently of the others. Reports come in bunches, so the true p is rather larger.</source>
        <translation>Antalet per dag är lika i båda perioderna, och varje händelse sker oberoende av de andra. Rapporter kommer i klungor, så det sanna p-värdet är snarare större.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="187" />
        <source>exact, two-sided (twice the smaller tail)</source>
        <translation>exakt, tvåsidigt (dubbla den mindre svansen)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="192" />
        <source>Benjamini-Hochberg for the words; each interval stands for its own row alone</source>
        <translation>Benjamini-Hochberg för orden; varje intervall gäller bara sin egen rad</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="198" />
        <source>Interval of the ratio: Clopper-Pearson, share</source>
        <translation>Kvotens intervall: Clopper-Pearson, andel</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="200" />
        <source>Days of the comparison</source>
        <translation>Dagar i jämförelsen</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="210" />
        <source>The periods cannot be compared.</source>
        <translation>Perioderna kan inte jämföras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="211" />
        <source>There is nothing to compare, or a count or a length is not possible.</source>
        <translation>Det finns inget att jämföra, eller så är ett antal eller en längd omöjlig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_change.py" line="212" />
        <source>Choose two periods with at least one day each.</source>
        <translation>Välj två perioder med händelser och minst en dag var.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="39" />
        <source>rising</source>
        <translation>ökar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="40" />
        <source>falling</source>
        <translation>minskar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="41" />
        <source>no trend that chance does not explain</source>
        <translation>ingen trend som inte kan vara slump</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="42" />
        <source>too short to tell a trend from a season</source>
        <translation>för kort tid för att skilja en trend från en årstid</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="65" />
        <source>Of {areas} areas, {rising} rise and {falling} fall more steadily over {periods} periods than chance explains.</source>
        <translation>Av {areas} områden ökar {rising} och minskar {falling} stadigare över {periods} perioder än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="78" />
        <source>Over {periods} periods the number of incidents rises more steadily than chance explains.</source>
        <translation>Över {periods} perioder ökar händelserna stadigare än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="81" />
        <source>Over {periods} periods the number of incidents falls more steadily than chance explains.</source>
        <translation>Över {periods} perioder minskar händelserna stadigare än slumpen förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="84" />
        <source>Over {periods} periods there is no trend that can be told from chance.</source>
        <translation>Över {periods} perioder finns ingen trend som kan skiljas från slumpen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="87" />
        <source>{periods} periods: too short to tell a trend from a season.</source>
        <translation>{periods} perioder: för kort tid för att skilja en trend från en årstid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="115" />
        <source>Does the rate of incidents rise or fall over the periods? Mann and Kendall's test.</source>
        <translation>Ökar eller minskar antalet händelser per dag över perioderna? Mann och Kendalls test.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="120" />
        <source>The years could stand in any order; each season is compared with itself. No trend is told under two years of periods that divide the year, where a season may look like one.</source>
        <translation>Åren kunde stå i vilken ordning som helst; varje årstid jämförs med sig själv. Ingen trend sägs under två år av perioder som delar året jämnt: där kan en årstid se ut som en trend.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rate_trends.py" line="127" />
        <source>two-sided; exact for up to {most} whole years without equal values, else the normal formula</source>
        <translation>tvåsidigt; exakt för upp till {most} hela år utan lika värden, annars normalformeln</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/place_rhythm.py" line="41" />
        <location filename="../est_plugin/analysis/rhythm.py" line="106" />
        <source>Too few incidents to speak of a rhythm: {count}, and {least} are needed.</source>
        <translation>För få händelser för att tala om en rytm: {count}, och {least} behövs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="114" />
        <source>Too few incidents with a known time of day to speak of a rhythm: {count}, and {least} are needed.</source>
        <translation>För få händelser med känt klockslag för att tala om en rytm: {count}, och {least} behövs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="123" />
        <source>The period is shorter than a week: too short for a rhythm.</source>
        <translation>Perioden är kortare än en vecka: för kort för en rytm.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="127" />
        <source>No clear rhythm: the busiest hours of the week are no busier than chance can make them.</source>
        <translation>Ingen tydlig rytm: veckans mest drabbade timmar har inte fler händelser än slumpen kan ge.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="146" />
        <source>Only {first} – {last} counts: of the other days of the period there are no reports yet.</source>
        <translation>Bara {first} – {last} räknas: för periodens övriga dagar finns inga rapporter än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="154" />
        <source>More than expected {window}: {inside} of {total} incidents, where {expected} would be if all hours were alike. These hours were chosen because they stand out, so they look busier than they are.</source>
        <translation>Fler än väntat {window}: {inside} av {total} händelser, mot {expected} om alla timmar vore lika. De timmarna är valda för att de sticker ut, så de ser värre ut än de är.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="159" />
        <source>More than expected {window}: at least {inside} of {total} incidents, where {expected} would be if all hours were alike. These hours were chosen because they stand out, so they look busier than they are.</source>
        <translation>Fler än väntat {window}: minst {inside} av {total} händelser, mot {expected} om alla timmar vore lika. De timmarna är valda för att de sticker ut, så de ser värre ut än de är.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm.py" line="226" />
        <source>Choose the field with the time, or an EST database.</source>
        <translation>Välj fältet med tiden, eller en EST-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="23" />
        <source>At which hours of the week do incidents come? Aoristic weights; scan of windows of 2 to 12 hours on one to seven days, which count the incidents that lie in them for certain.</source>
        <translation>På vilka av veckans timmar kommer händelserna? Aoristiska vikter; sökning bland tidsfönster på 2 till 12 timmar under en till sju dagar, som räknar de händelser som säkert ligger i dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="31" />
        <source>each incident falls on any hour of the period with the same chance, whatever the others do</source>
        <translation>varje händelse hamnar med lika stor chans på vilken timme som helst i perioden, oberoende av de andra</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="39" />
        <source>{p}, simulated, for the highest likelihood ratio of all windows (upper tail)</source>
        <translation>{p}, simulerat, för den högsta likelihoodkvoten bland alla tidsfönster (övre svans)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="48" />
        <source>the highest of all windows is compared with the highest of each simulation</source>
        <translation>det högsta av alla tidsfönster jämförs med det högsta i varje simulering</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="114" />
        <location filename="../est_plugin/gui/package_choices.py" line="90" />
        <location filename="../est_plugin/export/tables.py" line="213" />
        <location filename="../est_plugin/export/minutes.py" line="86" />
        <location filename="../est_plugin/analysis/rhythm_method.py" line="62" />
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="63" />
        <source>Hours of the period</source>
        <translation>Periodens timmar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="65" />
        <source>Hours of the period without reports yet, left out</source>
        <translation>Periodens timmar utan rapporter än, inte med</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="68" />
        <source>Clock</source>
        <translation>Klocka</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="86" />
        <location filename="../est_plugin/analysis/rhythm_method.py" line="69" />
        <source>Simulations</source>
        <translation>Simuleringar</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="77" />
        <location filename="../est_plugin/analysis/rhythm_method.py" line="71" />
        <source>Dark when the sun stands below (degrees)</source>
        <translation>Mörkt när solen står lägre än (grader)</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="73" />
        <source>Bounds</source>
        <translation>Gränser</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/rhythm_method.py" line="74" />
        <source>95 %, gamma (Fay and Feuer 1997), for each hour by itself</source>
        <translation>95 %, gamma (Fay och Feuer 1997), för varje timme för sig</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="43" />
        <source>The incidents cannot be shuffled.</source>
        <translation>Händelserna kan inte blandas om.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="44" />
        <source>{maps} maps with the seed {seed} were asked for.</source>
        <translation>Det begärdes {maps} kartor med fröet {seed}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="45" />
        <source>Give {least} to {most} maps, and a whole number from 0 up as seed.</source>
        <translation>Ange {least} till {most} kartor, och ett heltal från 0 och uppåt som startvärde.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="121" />
        <source>Your incidents were shuffled at random {maps} times, so that nothing but chance was left. Maps that showed a hotspot all the same: {exact}. With the classic method: {classic}.</source>
        <translation>Dina händelser blandades om slumpvis {maps} gånger, så att bara slumpen var kvar. Så många av kartorna visade ändå en hotspot: {exact}. Med den klassiska metoden: {classic}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="153" />
        <source>How many maps would show a hotspot, were it all chance?</source>
        <translation>Hur många kartor skulle visa en hotspot, om allt vore slump?</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="156" />
        <source>the counts of the study cells as they are, each on any of the cells</source>
        <translation>de undersökta rutornas antal som de är, vart och ett på vilken ruta som helst</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="159" />
        <source>exact, of the upper tail, for each cell with incidents; classic: normal, of both tails, for each study cell</source>
        <translation>exakt, övre svansen, för varje ruta med händelser; klassiskt: normalfördelning, båda svansarna, för varje undersökt ruta</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="167" />
        <source>{correction}, in each map on its own</source>
        <translation>{correction}, i varje karta för sig</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="60" />
        <location filename="../est_plugin/analysis/shuffle_result.py" line="170" />
        <source>Shuffled maps</source>
        <translation>Omblandade kartor</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="178" />
        <source>Cells with incidents</source>
        <translation>Rutor med händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="179" />
        <source>Incidents in the study cells</source>
        <translation>Händelser i de undersökta rutorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="180" />
        <source>Reports on stacked points, left out</source>
        <translation>Rapporter på samma punkt, utelämnade</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="194" />
        <source>Whether the cells are the right ones the shuffling cannot say: it lays the incidents on the same cells. Where nothing can happen in many of them, such as forest and water, the town itself is shown as a hotspot.</source>
        <translation>Om rutorna är de rätta kan omblandningen inte säga: den lägger händelserna på samma rutor. Där inget kan hända i många av dem, som skog och vatten, visas själva orten som en hotspot.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="201" />
        <source>The arithmetic holds in these cells: between {low} and {high} out of 100 maps of chance show a hotspot (95 % interval), and at most {most} are promised.</source>
        <translation>Räknandet stämmer i de här rutorna: mellan {low} och {high} av 100 kartor av slump visar en hotspot (95 %-intervall), och högst {most} är utlovat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="206" />
        <source>Between {low} and {high} out of 100 maps of chance show a hotspot (95 % interval): too few maps were shuffled to tell whether that is more than the {most} that are promised. Shuffle more maps to know.</source>
        <translation>Mellan {low} och {high} av 100 kartor av slump visar en hotspot (95 %-intervall): för få kartor har blandats om för att säga om det är fler än de {most} som är utlovade. Blanda om fler kartor för att få veta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_result.py" line="211" />
        <source>Between {low} and {high} out of 100 maps of chance show a hotspot (95 % interval), more than the {most} that are promised. Take the hotspots of this search with care, and try other cells or another distance.</source>
        <translation>Mellan {low} och {high} av 100 kartor av slump visar en hotspot (95 %-intervall), fler än de {most} som är utlovade. Ta den här sökningens hotspots med försiktighet, och pröva andra rutor eller ett annat avstånd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_test.py" line="76" />
        <source>There is nothing to search.</source>
        <translation>Det finns inget att söka i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/shuffle_test.py" line="77" />
        <source>There is no incident with a place of its own in the selection.</source>
        <translation>Det finns ingen händelse med en egen plats i urvalet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="77" />
        <source>firm</source>
        <translation>stabil</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="78" />
        <source>depends on the grid</source>
        <translation>beror på rutnätet</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="113" />
        <source>There is no hotspot whose firmness could be told. With other grids up to {most} would be found.</source>
        <translation>Det finns ingen hotspot att pröva. Med andra rutnät hittas som mest {most}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="120" />
        <source>Firm, whatever the grid: {firm} of {places} hotspots. What else is found comes or goes with the size of the cells, the distance, or where the grid lies.</source>
        <translation>Stabila, hur rutnätet än läggs: {firm} av {places} hotspots. Det övriga kommer och går med rutornas storlek, avståndet eller var rutnätet ligger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="126" />
        <source>Firm, whatever the grid: {firm} of {places} hotspots.</source>
        <translation>Stabila, hur rutnätet än läggs: {firm} av {places} hotspots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="137" />
        <source>Would the same places be hot with another grid?</source>
        <translation>Skulle samma platser bli hotspots med ett annat rutnät?</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="139" />
        <source>in each search: the same counts on any cells, a cell's own count kept</source>
        <translation>i varje sökning: samma antal i vilka rutor som helst, rutans eget antal oförändrat</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="141" />
        <source>in each search: a normal distribution of the counts</source>
        <translation>i varje sökning: antalen är normalfördelade</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="147" />
        <source>Searches</source>
        <translation>Sökningar</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="148" />
        <source>Cell widths, metres</source>
        <translation>Rutbredder, meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="150" />
        <source>Positions of the grid, in cells</source>
        <translation>Rutnätets lägen, i rutor</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/hotspot.py" line="27" />
        <location filename="../est_plugin/analysis/stability.py" line="154" />
        <source>Found again</source>
        <translation>Återfunnen</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="155" />
        <source>half of the smaller place lies in the other</source>
        <translation>hälften av den mindre platsen ligger i den andra</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="158" />
        <source>Firm</source>
        <translation>Stabil</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="160" />
        <source>found in at least {share} % of the searches</source>
        <translation>hittas i minst {share} % av sökningarna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="93" />
        <location filename="../est_plugin/export/method_text.py" line="37" />
        <location filename="../est_plugin/analysis/stability.py" line="166" />
        <source>Periods tested together</source>
        <translation>Perioder som prövas tillsammans</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stability.py" line="167" />
        <source>none: the chosen period alone, in each search</source>
        <translation>inga: bara den valda perioden, i varje sökning</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="214" />
        <location filename="../est_plugin/analysis/stop_order.py" line="205" />
        <location filename="../est_plugin/analysis/stop_order.py" line="197" />
        <source>The stops cannot be put in order.</source>
        <translation>Det går inte att ordna stoppen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="198" />
        <source>There are no or more than {most} stops, or a way has no length.</source>
        <translation>Det finns inga stopp eller fler än {most}, eller så saknar en väg längd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="199" />
        <source>Choose other stops.</source>
        <translation>Välj andra stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="206" />
        <source>The walk cannot begin and end where it is told to.</source>
        <translation>Vandringen kan inte börja och sluta där du har angett.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="207" />
        <source>Choose two different stops as its ends, or a round trip with a start only.</source>
        <translation>Välj två olika stopp som start och mål, eller en rundtur med bara en start.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="215" />
        <source>No way leads to stop {stops}.</source>
        <translation>Ingen väg leder till stopp {stops}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/stop_order.py" line="216" />
        <source>Move the stop, or leave it out.</source>
        <translation>Flytta stoppet eller utelämna det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="75" />
        <source>It has no surface.</source>
        <translation>Det har ingen yta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="76" />
        <source>Choose a layer with a polygon.</source>
        <translation>Välj ett lager med en polygon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="87" />
        <source>The study area is too small for cells of {size} m.</source>
        <translation>Undersökningsområdet är för litet för celler på {size} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="88" />
        <source>It holds {count} of them; at least {least} are needed.</source>
        <translation>Det rymmer {count} celler, men det behövs minst {least}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="89" />
        <source>Choose smaller cells or a larger area.</source>
        <translation>Välj mindre celler eller ett större område.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="162" />
        <source>The grid would have too many cells.</source>
        <translation>Rutnätet skulle få för många celler.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="163" />
        <source>Cells of {size} m are to cover {width} km x {height} km.</source>
        <translation>Celler på {size} m ska täcka {width} km x {height} km.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study.py" line="164" />
        <source>Choose larger cells, or look for incidents that lie far away by mistake.</source>
        <translation>Välj större celler, eller leta efter händelser som av misstag ligger långt bort.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study_counts.py" line="85" />
        <source>None of the {count} incidents lies in the study area.</source>
        <translation>Ingen av de {count} händelserna ligger i det undersökta området.</translation>
    </message>
    <message>
        <location filename="../est_plugin/analysis/study_counts.py" line="86" />
        <source>Choose another area, or check the coordinate systems.</source>
        <translation>Välj ett annat område eller kontrollera koordinatsystemen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="60" />
        <source>The publication is not approved.</source>
        <translation>Publiceringen är inte godkänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="61" />
        <source>A public edition goes out only if a person approves it in a function.</source>
        <translation>En offentlig utgåva lämnas ut bara om en person godkänner den i en funktion.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="64" />
        <source>Write the function in which you approve it in small letters, such as safety coordinator; never a name, a number or an address.</source>
        <translation>Skriv med små bokstäver i vilken funktion du godkänner den, till exempel säkerhetssamordnare; aldrig ett namn, ett nummer eller en adress.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_reading.py" line="133" />
        <location filename="../est_plugin/db/approvals.py" line="201" />
        <source>{first} – {last} cannot be published.</source>
        <translation>{first} – {last} kan inte publiceras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="202" />
        <source>Some of the days are published already, as {earlier_first} – {earlier_last}. From two counts of the same days one can work out what each of them leaves out.</source>
        <translation>Några av dagarna är redan publicerade, som {earlier_first} – {earlier_last}. Av två räkningar av samma dagar går det att räkna ut vad var och en av dem utelämnar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="207" />
        <source>Publish months, tertials or half-years, and keep to one of them: choose a period of the same kind.</source>
        <translation>Publicera månader, tertial eller halvår, och håll fast vid ett av dem: välj en period av samma slag.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="220" />
        <source>{first} – {last} cannot be published once more.</source>
        <translation>{first} – {last} kan inte publiceras en gång till.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="221" />
        <source>These days are published already, with other squares, steps or categories. From the difference one can work out which incidents came or went.</source>
        <translation>De här dagarna är redan publicerade, med andra rutor, steg eller kategorier. Av skillnaden går det att räkna ut vilka händelser som har tillkommit eller fallit bort.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/approvals.py" line="226" />
        <source>Let the published edition stand. If it is wrong, take it down yourselves; a corrected one cannot be made here, because what is published cannot be called back.</source>
        <translation>Låt den publicerade utgåvan stå. Är den fel får ni ta ner den själva; en rättad kan inte göras här, eftersom det som är publicerat inte går att ta tillbaka.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/backups.py" line="125" />
        <source>No backup of {path} was made.</source>
        <translation>Ingen säkerhetskopia av {path} gjordes.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/report_output.py" line="48" />
        <location filename="../est_plugin/gui/result_window.py" line="99" />
        <location filename="../est_plugin/export/walk_sheet.py" line="139" />
        <location filename="../est_plugin/export/walk_report.py" line="176" />
        <location filename="../est_plugin/export/page_templates.py" line="173" />
        <location filename="../est_plugin/export/folder.py" line="40" />
        <location filename="../est_plugin/export/field_package.py" line="236" />
        <location filename="../est_plugin/db/field_reading.py" line="69" />
        <location filename="../est_plugin/db/backups.py" line="126" />
        <source>The computer says: {error}.</source>
        <translation>Datorn svarar: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/backups.py" line="127" />
        <source>The database and its older backups are as they were. Check that the disk is not full and that you may write in the folder.</source>
        <translation>Databasen och de äldre säkerhetskopiorna är som de var. Kontrollera att disken inte är full och att du får skriva i mappen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="191" />
        <source>The copy in {path} is not equal to the original.</source>
        <translation>Kopian i {path} är inte lika med originalet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="192" />
        <source>These tables came out different: {tables}.</source>
        <translation>De här tabellerna blev olika: {tables}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="193" />
        <source>Nothing was kept of the copy, and the original is as it was. Report the text above.</source>
        <translation>Inget av kopian sparades, och originalet är som det var. Skicka texten ovan till den som sköter insticksprogrammet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="230" />
        <location filename="../est_plugin/db/copies.py" line="221" />
        <location filename="../est_plugin/db/copies.py" line="209" />
        <source>The database {path} was not copied.</source>
        <translation>Databasen {path} kopierades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="210" />
        <source>Its tables were changed: {columns}. The copy could not be whole.</source>
        <translation>Dess tabeller har ändrats: {columns}. Kopian skulle inte bli hel.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="211" />
        <source>Move what these columns hold into a table of your own, remove them, and copy again.</source>
        <translation>Flytta det som står i de kolumnerna till en egen tabell, ta bort dem och kopiera igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="222" />
        <source>Your login does not see every row, so the copy would lack some.</source>
        <translation>Din inloggning ser inte alla rader, så kopian skulle sakna några.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="223" />
        <source>Let an administrator copy it (a member of est_admin).</source>
        <translation>Låt en administratör kopiera den (en medlem av est_admin).</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="231" />
        <source>It is newer than this plugin, so the copy could lack something.</source>
        <translation>Den är nyare än det här insticksprogrammet, så kopian kunde sakna något.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/copies.py" line="232" />
        <source>Update the EST plugin, then copy it.</source>
        <translation>Uppdatera insticksprogrammet EST och kopiera den sedan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_office.py" line="56" />
        <source>The safety walk was not found in the database.</source>
        <translation>Trygghetsvandringen finns inte i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_office.py" line="57" />
        <source>It was deleted, or it is not saved yet.</source>
        <translation>Den har tagits bort, eller är inte sparad än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_office.py" line="58" />
        <source>Save the walk, or choose another one.</source>
        <translation>Spara vandringen, eller välj en annan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_office.py" line="72" />
        <source>The safety walk “{name}” was not found.</source>
        <translation>Trygghetsvandringen ”{name}” hittades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_office.py" line="73" />
        <source>{count} walks have this title or id.</source>
        <translation>{count} vandringar har den titeln eller det id:t.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_office.py" line="74" />
        <source>Give the id of a stored walk, or a title of its own.</source>
        <translation>Ange id för en sparad vandring, eller en titel som bara den har.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="58" />
        <source>It was copied while a program had it open.</source>
        <translation>Det kopierades medan ett program hade det öppet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="68" />
        <source>The field package {path} cannot be read.</source>
        <translation>Fältpaketet {path} kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="70" />
        <source>Copy the folder from the phone again.</source>
        <translation>Kopiera mappen från telefonen igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="128" />
        <location filename="../est_plugin/db/field_reading.py" line="91" />
        <location filename="../est_plugin/db/field_reading.py" line="75" />
        <source>SQLite says: {error}.</source>
        <translation>SQLite svarar: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="83" />
        <source>It is empty, or it is no GeoPackage.</source>
        <translation>Det är tomt, eller ingen GeoPackage-fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="87" />
        <source>Its end is missing.</source>
        <translation>Slutet saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="105" />
        <source>The field package {path} cannot be brought home.</source>
        <translation>Fältpaketet {path} kan inte hämtas hem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="106" />
        <source>It was made by version {version} of the plugin, whose tables are different.</source>
        <translation>Det gjordes med version {version} av insticksprogrammet, som har andra tabeller.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="109" />
        <source>Nothing was changed. Write the notes into the forms by hand; the package shows them.</source>
        <translation>Inget har ändrats. Skriv in anteckningarna i formulären för hand; du ser dem om du öppnar paketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="144" />
        <source>The field package {path} is not whole.</source>
        <translation>Fältpaketet {path} är inte helt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="146" />
        <source>Close the project on the phone, wait until all is copied, and copy the folder again.</source>
        <translation>Stäng projektet på telefonen, vänta tills allt är kopierat och kopiera mappen igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="156" />
        <source>{path} is no field package of EST.</source>
        <translation>{path} är inget fältpaket från EST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="157" />
        <source>It does not say which safety walk it belongs to.</source>
        <translation>Det säger inte vilken trygghetsvandring det hör till.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/field_reading.py" line="158" />
        <source>Choose the folder that was made with To the field.</source>
        <translation>Välj mappen som gjordes med Ut i fält.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="177" />
        <location filename="../est_plugin/db/guard.py" line="130" />
        <location filename="../est_plugin/db/file_database.py" line="118" />
        <source>The database refused the change.</source>
        <translation>Databasen godtog inte ändringen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="178" />
        <location filename="../est_plugin/db/file_database.py" line="119" />
        <source>A value breaks one of its rules: {error}.</source>
        <translation>Ett värde bryter mot en av reglerna: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="179" />
        <location filename="../est_plugin/db/file_database.py" line="120" />
        <source>Nothing was stored. Correct the value and try again.</source>
        <translation>Inget sparades. Rätta värdet och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="193" />
        <location filename="../est_plugin/db/file_database.py" line="127" />
        <source>The database {path} could not be used.</source>
        <translation>Databasen {path} kunde inte användas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="129" />
        <source>Check that the file is there, that you may write to it and that nothing else locks it.</source>
        <translation>Kontrollera att filen finns, att du får skriva i den och att inget annat program låser den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="140" />
        <source>The database {path} is locked.</source>
        <translation>Databasen {path} är låst.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="141" />
        <source>Another program keeps it for itself.</source>
        <translation>Ett annat program håller den för sig själv.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="142" />
        <source>Nothing was changed. Let the other program finish or close it, then try again.</source>
        <translation>Inget har ändrats. Låt det andra programmet bli klart, eller stäng det, och försök sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="45" />
        <location filename="../est_plugin/db/file_lock.py" line="289" />
        <location filename="../est_plugin/db/file_database.py" line="173" />
        <source>The database {path} can only be read.</source>
        <translation>Databasen {path} kan bara läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="174" />
        <source>You have no right to write to the file.</source>
        <translation>Du har inte rätt att skriva i filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="207" />
        <location filename="../est_plugin/db/file_database.py" line="175" />
        <source>Ask the owner of the folder for the right.</source>
        <translation>Be den som äger mappen om behörighet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="188" />
        <source>It is a database, but it has no EST tables.</source>
        <translation>Det är en databas, men den saknar EST:s tabeller.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="191" />
        <source>Its description of itself is missing.</source>
        <translation>Databasens egna grunduppgifter saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="198" />
        <source>The database {path} was not found.</source>
        <translation>Databasen {path} hittades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="131" />
        <location filename="../est_plugin/db/file_database.py" line="199" />
        <source>There is no file with that name.</source>
        <translation>Det finns ingen fil med det namnet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="219" />
        <location filename="../est_plugin/db/file_database.py" line="200" />
        <source>Choose another file, or create a new database.</source>
        <translation>Välj en annan fil eller skapa en ny databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="205" />
        <source>The database {path} cannot be read.</source>
        <translation>Databasen {path} går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="206" />
        <source>You have no right to read the file.</source>
        <translation>Du har inte rätt att läsa filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_database.py" line="212" />
        <source>It is another kind of file.</source>
        <translation>Det är en annan sorts fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_database.py" line="104" />
        <location filename="../est_plugin/db/file_database.py" line="217" />
        <source>{path} is not an EST database.</source>
        <translation>{path} är inte en EST-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_lock.py" line="76" />
        <source>The database {path} can only be read now.</source>
        <translation>Databasen {path} kan bara läsas just nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_lock.py" line="77" />
        <source>{user} on {host} writes in it since {since}; only one can at a time.</source>
        <translation>{user} på {host} skriver i den sedan {since}; bara en kan skriva i taget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_lock.py" line="78" />
        <source>Nothing was stored. Ask for the database to be closed there, then try again.</source>
        <translation>Inget har sparats. Be att databasen stängs där och försök sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_lock.py" line="290" />
        <source>No lock could be put beside it, so another one might write in it too: {error}.</source>
        <translation>Inget lås kunde läggas bredvid den, så någon annan skulle kunna skriva samtidigt: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_lock.py" line="293" />
        <source>Check that you may write in its folder and that the disk is not full, then open it again.</source>
        <translation>Kontrollera att du får skriva i mappen och att disken inte är full, och öppna den sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_places.py" line="86" />
        <source>It lies on a network drive, where the edits of two people can damage the file.</source>
        <translation>Den ligger på en nätverksenhet, där två personers ändringar kan skada filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_places.py" line="90" />
        <source>It lies in a folder that a program copies to a cloud, and a copy made during an edit is damaged.</source>
        <translation>Den ligger i en mapp som ett program synkar till molnet, och en kopia som tas mitt i en ändring blir skadad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_places.py" line="97" />
        <source>The database {path} can only be read where it lies.</source>
        <translation>Databasen {path} kan bara läsas där den ligger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_places.py" line="99" />
        <source>Move it to a disk of this computer, or use a database on a server (PostGIS).</source>
        <translation>Flytta den till en disk i den här datorn, eller använd en databas på en server (PostGIS).</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_privacy.py" line="205" />
        <source>The rows are gone, but traces of them may be left in the file {path}.</source>
        <translation>Raderna är borta, men spår av dem kan finnas kvar i filen {path}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_privacy.py" line="206" />
        <source>Another window or program uses it, so it was not written anew: {error}.</source>
        <translation>Ett annat fönster eller program använder den, så den kunde inte skrivas om: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/file_privacy.py" line="207" />
        <source>Close every project and program that shows it, then run Purge old rows.</source>
        <translation>Stäng alla projekt och program som visar den och kör Gallra gamla rader.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="140" />
        <location filename="../est_plugin/db/guard.py" line="103" />
        <source>Someone else changed the same thing before you saved.</source>
        <translation>Någon annan hann ändra samma sak innan du sparade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="104" />
        <source>{changed_by} changed {columns} in {table} in the meantime.</source>
        <translation>{changed_by} har under tiden ändrat {columns} i {table}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="141" />
        <location filename="../est_plugin/db/guard.py" line="105" />
        <source>Nothing was overwritten. Save again: then you see both, and choose what holds.</source>
        <translation>Inget skrevs över. Spara igen: då ser du båda och väljer vad som ska gälla.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="131" />
        <source>Nothing was stored and your work is still here. Save again.</source>
        <translation>Inget sparades, men ditt arbete finns kvar. Spara igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="135" />
        <source>The layer does not say which version of the row the change is based on.</source>
        <translation>Lagret talar inte om vilken version av raden ändringen utgår från.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="136" />
        <source>Open the layer from the EST plugin, and make the change there.</source>
        <translation>Öppna lagret från insticksprogrammet EST och gör ändringen där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="147" />
        <source>Rows are never deleted for good, so that nobody loses work by it.</source>
        <translation>Rader tas aldrig bort för gott, så att ingen förlorar sitt arbete.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="148" />
        <source>Mark the row as deleted instead; it can then be restored.</source>
        <translation>Markera i stället raden som borttagen. Då går den att återställa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/arrival_check.py" line="171" />
        <location filename="../est_plugin/db/guard.py" line="152" />
        <source>The connection was broken while you saved.</source>
        <translation>Förbindelsen bröts medan du sparade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="57" />
        <location filename="../est_plugin/db/guard.py" line="157" />
        <source>The row is gone, or your login may no longer see or change it.</source>
        <translation>Raden är borta, eller så får din inloggning inte längre se eller ändra den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="158" />
        <source>Reload the layer to see what is stored. Ask the administrator for the right.</source>
        <translation>Läs in lagret på nytt för att se vad som är sparat. Be administratören om behörighet om du behöver den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="162" />
        <source>It cannot be understood: {text}</source>
        <translation>Den går inte att tolka: {text}</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="163" />
        <source>Nothing was stored. Report the text above.</source>
        <translation>Inget sparades. Rapportera texten ovan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="166" />
        <source>The measure cannot take this step.</source>
        <translation>Åtgärden kan inte ta det här steget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="167" />
        <source>A new measure begins as proposed, and none goes past a decision, that it was done, or its follow-up.</source>
        <translation>En ny åtgärd börjar som föreslagen, och ingen går förbi beslut, genomförande eller uppföljning.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="171" />
        <source>Nothing was stored. Set its status back, then choose a step under Next step on the Measures page.</source>
        <translation>Inget sparades. Ställ tillbaka statusen och välj sedan ett steg under Nästa steg på sidan Åtgärder.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="177" />
        <source>The measure was not rejected.</source>
        <translation>Åtgärden avvisades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="178" />
        <source>Who asked for it is told why, and there is no reason yet.</source>
        <translation>Den som bad om åtgärden får veta varför, och det finns inget skäl än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="179" />
        <source>Write the reason into Text for the public, in its form under Follow-up, then save again.</source>
        <translation>Skriv skälet i Text till allmänheten, i formuläret under Uppföljning, och spara igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="184" />
        <source>The measure was not taken up again.</source>
        <translation>Åtgärden togs inte upp igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="185" />
        <source>The reason for its rejection would be read as the words of another answer.</source>
        <translation>Skälet till att den avvisades skulle läsas som orden till ett annat svar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="186" />
        <source>Empty Text for the public in its form under Follow-up, or write what holds now, then save again.</source>
        <translation>Töm Text till allmänheten i formuläret under Uppföljning, eller skriv det som gäller nu, och spara igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="192" />
        <source>The traffic ban does not hold as done.</source>
        <translation>Trafikförbudet gäller inte som genomfört.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="193" />
        <source>It holds when the right authority has decided it, it is published in STFS, and the right sign is up.</source>
        <translation>Det gäller när rätt myndighet har beslutat det, det är publicerat i STFS och rätt skylt är uppsatt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/guard.py" line="197" />
        <source>Tick the three in its form under Traffic ban and save that, then take the step. A ban that is done keeps them: take its step back first.</source>
        <translation>Kryssa de tre i formuläret under Trafikförbud och spara, ta sedan steget. Ett förbud som är genomfört behåller dem: ta först tillbaka steget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/incident_rows.py" line="77" />
        <source>The incidents of {path} cannot be read.</source>
        <translation>Händelserna i {path} går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/incident_rows.py" line="78" />
        <source>At least one incident is not stored as a plain point.</source>
        <translation>Minst en händelse är inte sparad som en enkel punkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/incident_rows.py" line="79" />
        <source>Delete the point that another program wrote, and place it anew.</source>
        <translation>Ta bort punkten som ett annat program har skrivit och placera den på nytt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/metric_crs.py" line="19" />
        <source>EPSG:{srs_id} cannot be the database's coordinate system.</source>
        <translation>EPSG:{srs_id} kan inte vara databasens koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/metric_crs.py" line="20" />
        <source>Distances and densities need a projected system in metres.</source>
        <translation>Avstånd och tätheter kräver ett projicerat system i meter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/metric_crs.py" line="21" />
        <source>Choose SWEREF 99 TM (EPSG:3006) or the municipality's local SWEREF 99 zone.</source>
        <translation>Välj SWEREF 99 TM (EPSG:3006) eller kommunens lokala SWEREF 99-zon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="72" />
        <location filename="../est_plugin/db/migrator.py" line="95" />
        <source>The file {path} exists already.</source>
        <translation>Filen {path} finns redan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="96" />
        <source>A new database never replaces a file.</source>
        <translation>En ny databas ersätter aldrig en befintlig fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="97" />
        <source>Open it, or choose another name.</source>
        <translation>Öppna den eller välj ett annat namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="133" />
        <source>The database {path} was upgraded, but its map will be slow.</source>
        <translation>Databasen {path} uppgraderades, men kartan blir långsam.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="134" />
        <source>A spatial index could not be made: {error}.</source>
        <translation>Ett rumsligt index kunde inte skapas: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="135" />
        <source>Close every program that shows it, then upgrade it again.</source>
        <translation>Stäng alla program som visar den och uppgradera den igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="159" />
        <source>The database {path} cannot be created.</source>
        <translation>Databasen {path} kan inte skapas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="160" />
        <source>Beside it lies {name}, left by an earlier database with this name that was not closed.</source>
        <translation>Bredvid ligger {name}, som är kvar efter en tidigare databas med samma namn som inte stängdes.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="163" />
        <source>Choose another name. Or delete that file, if you do not need the earlier database.</source>
        <translation>Välj ett annat namn. Eller ta bort den filen, om du inte behöver den tidigare databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="114" />
        <location filename="../est_plugin/db/migrator.py" line="192" />
        <source>The database {path} cannot be written.</source>
        <translation>Databasen {path} går inte att skriva.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="115" />
        <location filename="../est_plugin/intake/column_mapping.py" line="196" />
        <location filename="../est_plugin/db/migrator.py" line="193" />
        <source>The folder refuses new files: {error}.</source>
        <translation>Mappen tar inte emot nya filer: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="116" />
        <location filename="../est_plugin/intake/column_mapping.py" line="197" />
        <location filename="../est_plugin/db/migrator.py" line="194" />
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Välj en mapp som finns och som du får skriva i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="209" />
        <source>The database {path} could not be created or upgraded.</source>
        <translation>Databasen {path} kunde inte skapas eller uppgraderas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="210" />
        <source>A step failed: {error}.</source>
        <translation>Ett steg misslyckades: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="211" />
        <source>The file is as it was before. Report the text above.</source>
        <translation>Filen är som den var förut. Rapportera texten ovan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="233" />
        <source>The database {path} was not upgraded.</source>
        <translation>Databasen {path} uppgraderades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="234" />
        <source>It is open in another window or program.</source>
        <translation>Den är öppen i ett annat fönster eller program.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/migrator.py" line="235" />
        <source>Close every project and program that shows it, then try again. Nothing was changed.</source>
        <translation>Stäng alla projekt och program som visar den och försök igen. Ingenting har ändrats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/place_histories.py" line="70" />
        <source>There are no places to follow over the periods.</source>
        <translation>Det finns inga platser att följa över perioderna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/place_histories.py" line="71" />
        <source>No hotspots are stored for this period.</source>
        <translation>Inga hotspots är sparade för den här perioden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/place_histories.py" line="72" />
        <source>Press Find hotspots first, or choose another period.</source>
        <translation>Tryck först på Hitta hotspots, eller välj en annan period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/privacy.py" line="57" />
        <source>No row has the uuid {uuid}.</source>
        <translation>Ingen rad har uuid {uuid}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/privacy.py" line="58" />
        <source>It was mistyped, or the row is forgotten or purged already.</source>
        <translation>Det är felskrivet, eller så är raden redan glömd eller gallrad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/privacy.py" line="59" />
        <source>Copy the uuid from the attribute table of the layer.</source>
        <translation>Kopiera uuid från lagrets attributtabell.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/public_rows.py" line="62" />
        <source>Of categories that are never published</source>
        <translation>Av kategorier som aldrig publiceras</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/public_rows.py" line="63" />
        <source>Type of place or place suggests a home</source>
        <translation>Platstypen eller platsen tyder på bostad</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/public_rows.py" line="64" />
        <source>Information class above internal</source>
        <translation>Informationsklass över intern</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/public_rows.py" line="65" />
        <source>Place known to more than 250 m only</source>
        <translation>Platsen är osäkrare än 250 m</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/public_rows.py" line="66" />
        <source>On a point that stands for “place unknown”</source>
        <translation>På en punkt som betyder ”platsen okänd”</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="46" />
        <source>It was upgraded by a newer EST plugin than this one.</source>
        <translation>Den har uppgraderats av ett nyare insticksprogram än det här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="47" />
        <source>Update the EST plugin to make changes. Maps and numbers can be used.</source>
        <translation>Uppdatera insticksprogrammet EST för att kunna ändra. Kartor och tal går att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="61" />
        <source>The database {path} is newer than this plugin.</source>
        <translation>Databasen {path} är nyare än det här insticksprogrammet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="62" />
        <source>Its schema has version {version}; this plugin knows {current}.</source>
        <translation>Databasens schema har version {version}. Insticksprogrammet känner till version {current}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="63" />
        <source>Update the EST plugin. The database was not touched.</source>
        <translation>Uppdatera insticksprogrammet EST. Databasen är orörd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="70" />
        <source>The database {path} is older than this plugin.</source>
        <translation>Databasen {path} är äldre än det här insticksprogrammet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="71" />
        <source>Its schema has version {version}; this plugin needs {current}.</source>
        <translation>Databasens schema har version {version}. Insticksprogrammet behöver version {current}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/schema_version.py" line="72" />
        <source>Upgrade it with Create or upgrade database in the toolbox.</source>
        <translation>Uppgradera den med Skapa eller uppgradera databas i verktygslådan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="110" />
        <source>There is no PostgreSQL connection named {name}.</source>
        <translation>Det finns ingen PostgreSQL-anslutning med namnet {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="111" />
        <source>QGIS keeps the connections of each user and profile apart.</source>
        <translation>QGIS har egna anslutningar för varje användare och profil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="112" />
        <source>Add it in QGIS's browser under PostgreSQL, then try again.</source>
        <translation>Lägg till den under PostgreSQL i QGIS panel Datakällor och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="161" />
        <source>Your login may not do this in the database {path}.</source>
        <translation>Din inloggning får inte göra detta i databasen {path}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="258" />
        <location filename="../est_plugin/db/server.py" line="194" />
        <location filename="../est_plugin/db/server.py" line="162" />
        <source>The server says: {error}.</source>
        <translation>Servern svarar: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="163" />
        <source>Nothing was changed. Ask the administrator of the server for the right.</source>
        <translation>Inget ändrades. Be serverns administratör om behörighet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="169" />
        <source>The database {path} is busy.</source>
        <translation>Databasen {path} är upptagen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="170" />
        <source>Others work with the same rows or tables: {error}.</source>
        <translation>Andra arbetar med samma rader eller tabeller: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="171" />
        <source>Nothing was changed. Wait a moment and try again.</source>
        <translation>Inget ändrades. Vänta en stund och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="185" />
        <source>The database {path} cannot be reached or cannot work.</source>
        <translation>Databasen {path} går inte att nå eller kan inte arbeta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="186" />
        <source>The server or the network says: {error}.</source>
        <translation>Servern eller nätet svarar: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="187" />
        <source>Check the network, the name of the server and your login, and try again.</source>
        <translation>Kontrollera nätet, serverns namn och din inloggning och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server.py" line="195" />
        <source>Report the text above to the administrator of the server.</source>
        <translation>Rapportera texten ovan till serverns administratör.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_database.py" line="105" />
        <source>It has no schema est, or your login may not see it.</source>
        <translation>Den har inget schema est, eller så får din inloggning inte se det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_database.py" line="106" />
        <source>Create it with Create or upgrade database in the toolbox, or ask for the right.</source>
        <translation>Skapa den med Skapa eller uppgradera databas i verktygslådan, eller be om behörighet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_database.py" line="146" />
        <source>You can look at the database {path}, but not change it.</source>
        <translation>Du kan titta i databasen {path}, men inte ändra något.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_database.py" line="147" />
        <source>Your login is one of a reader.</source>
        <translation>Din inloggning har bara läsrätt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_database.py" line="148" />
        <source>Ask the administrator of the server for the role est_editor if you are to change something.</source>
        <translation>Be serverns administratör om rollen est_editor om du ska kunna ändra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="208" />
        <source>The server of {path} is too old.</source>
        <translation>Servern för {path} är för gammal.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="209" />
        <source>It is PostgreSQL {version}; EST needs {oldest} or newer.</source>
        <translation>Den har PostgreSQL {version}. EST behöver {oldest} eller nyare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="210" />
        <source>Choose a newer server, or keep the database in a file.</source>
        <translation>Välj en nyare server eller ha databasen i en fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="221" />
        <source>The database {path} has a schema est already.</source>
        <translation>Databasen {path} har redan ett schema est.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="222" />
        <source>A new database never replaces one.</source>
        <translation>En ny databas ersätter aldrig en befintlig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="223" />
        <source>Open it, or choose another database on the server.</source>
        <translation>Öppna den eller välj en annan databas på servern.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="236" />
        <source>The database {path} has no PostGIS.</source>
        <translation>Databasen {path} saknar PostGIS.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="237" />
        <source>It could not be installed: {error}.</source>
        <translation>Det gick inte att installera: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="238" />
        <source>Ask the administrator of the server to run CREATE EXTENSION postgis in it.</source>
        <translation>Be serverns administratör att köra CREATE EXTENSION postgis i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="257" />
        <source>Your login may not create or upgrade an EST database in {path}.</source>
        <translation>Din inloggning får inte skapa eller uppgradera en EST-databas i {path}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_migrator.py" line="259" />
        <source>Nothing was changed. Let an administrator do it: the login must own the database and may create roles, or be a member of est_owner.</source>
        <translation>Inget ändrades. Låt en administratör göra det: inloggningen måste äga databasen och få skapa roller, eller vara medlem i est_owner.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_numbers.py" line="55" />
        <source>The answer of the server cannot be read.</source>
        <translation>Svaret från servern kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_numbers.py" line="56" />
        <source>It is cut short, or has other columns than were asked for.</source>
        <translation>Det är avbrutet, eller har andra kolumner än de efterfrågade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_numbers.py" line="57" />
        <source>Try again, and report it if it happens again.</source>
        <translation>Försök igen, och rapportera om det händer igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_target.py" line="83" />
        <source>The database {path} cannot take the copy.</source>
        <translation>Databasen {path} kan inte ta emot kopian.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_target.py" line="84" />
        <source>Its coordinate system is EPSG:{there} and its schema version {version}; the original has EPSG:{here} and {current}.</source>
        <translation>Den har koordinatsystemet EPSG:{there} och schemaversion {version}; originalet har EPSG:{here} och {current}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_target.py" line="89" />
        <source>A copy changes no coordinates. Choose a place where there is no EST database yet.</source>
        <translation>En kopia räknar inte om några koordinater. Välj en plats där det inte finns någon EST-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_target.py" line="105" />
        <source>The database {path} holds data already.</source>
        <translation>Databasen {path} har redan innehåll.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_target.py" line="106" />
        <source>A copy is never mixed with what others have stored: {tables}.</source>
        <translation>En kopia blandas aldrig med det som andra har sparat: {tables}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/server_target.py" line="107" />
        <source>Nothing was changed. Choose a place where there is no EST database, or an empty one.</source>
        <translation>Inget ändrades. Välj en plats där det inte finns någon EST-databas, eller en som är tom.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/undo.py" line="194" />
        <source>The change was not undone.</source>
        <translation>Ändringen ångrades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/undo.py" line="195" />
        <source>Somebody changed one of its rows at this very moment.</source>
        <translation>Någon ändrade en av raderna just nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/undo.py" line="196" />
        <source>Nothing was changed. Try again.</source>
        <translation>Inget ändrades. Försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_findings.py" line="92" />
        <source>There is nothing to report of the walk “{title}”.</source>
        <translation>Det finns inget att rapportera om vandringen ”{title}”.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_findings.py" line="93" />
        <source>No observation is saved at any of its stops.</source>
        <translation>Ingen iakttagelse är sparad vid något av dess stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_findings.py" line="94" />
        <source>Bring the walk back from the field, or write the observations in, save, and try again.</source>
        <translation>Hämta hem vandringen från fältet, eller skriv in iakttagelserna, spara och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_findings.py" line="112" />
        <source>There is no safety walk to report.</source>
        <translation>Det finns ingen trygghetsvandring att rapportera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_paper.py" line="117" />
        <location filename="../est_plugin/db/walk_findings.py" line="113" />
        <source>The database holds no walk with the id {walk}.</source>
        <translation>Databasen har ingen vandring med id {walk}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_findings.py" line="115" />
        <source>The database holds no walk that was walked.</source>
        <translation>Databasen har ingen vandring som är gjord.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_findings.py" line="116" />
        <source>Set the status of the walk to Walked in its form, save, and try again.</source>
        <translation>Sätt vandringens status till Genomförd i formuläret, spara och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="161" />
        <location filename="../est_plugin/db/walk_lists.py" line="136" />
        <location filename="../est_plugin/db/walk_lists.py" line="114" />
        <location filename="../est_plugin/db/walk_lists.py" line="107" />
        <source>The list was not stored.</source>
        <translation>Listan sparades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="108" />
        <source>The entry {code} has no name in one of the languages.</source>
        <translation>Raden {code} saknar namn på ett av språken.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="109" />
        <source>Write both names, then save again.</source>
        <translation>Skriv båda namnen och spara igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="115" />
        <source>An entry was removed that protocols may hold.</source>
        <translation>En rad togs bort som kan finnas i protokoll.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="116" />
        <source>Take it out of use instead.</source>
        <translation>Ta den ur bruk i stället.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="137" />
        <source>Protocols hold answers to {code}, which would mean something else afterwards.</source>
        <translation>Protokoll har svar på {code}, som då skulle betyda något annat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="140" />
        <source>Take the item out of use, and add a new one.</source>
        <translation>Ta frågan ur bruk och lägg till en ny.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="162" />
        <source>Somebody else changed it while it was open here.</source>
        <translation>Någon annan ändrade den medan den var öppen här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_lists.py" line="163" />
        <source>Open the list again, and make your change there.</source>
        <translation>Öppna listan igen och gör din ändring där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_paper.py" line="116" />
        <source>There is no safety walk to print.</source>
        <translation>Det finns ingen trygghetsvandring att skriva ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_paper.py" line="119" />
        <source>The database holds no walk.</source>
        <translation>Databasen har ingen vandring.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walk_paper.py" line="120" />
        <source>Draw a route or let a walk be proposed, save it, and try again.</source>
        <translation>Rita en rutt eller låt programmet föreslå en vandring, spara och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walks.py" line="51" />
        <source>The walk “{title}” cannot be stored.</source>
        <translation>Vandringen ”{title}” går inte att spara.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walks.py" line="52" />
        <source>Its route is no line.</source>
        <translation>Rutten är ingen linje.</translation>
    </message>
    <message>
        <location filename="../est_plugin/db/walks.py" line="53" />
        <source>Draw the route again.</source>
        <translation>Rita rutten igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/answer_text.py" line="39" />
        <source>{number} is no answer here.</source>
        <translation>{number} är inget svar här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/answer_text.py" line="40" />
        <source>The item takes {first} to {last}.</source>
        <translation>Frågan besvaras med {first} till {last}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/answer_text.py" line="41" />
        <source>Begin with the answer; numbers may follow in the comment.</source>
        <translation>Börja med svaret; siffror får följa i kommentaren.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="51" />
        <source>those who do it</source>
        <translation>dem som gör det</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="52" />
        <source>those who are exposed, or what is</source>
        <translation>dem eller det som drabbas</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="53" />
        <source>the place</source>
        <translation>platsen</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="56" />
        <source>somebody with influence on those who do it</source>
        <translation>någon med inflytande över dem som gör det</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="57" />
        <source>somebody who looks after those who are exposed</source>
        <translation>någon som ser efter dem som drabbas</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="58" />
        <source>somebody responsible for the place</source>
        <translation>någon som ansvarar för platsen</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="61" />
        <source>a guess</source>
        <translation>en gissning</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="62" />
        <source>likely</source>
        <translation>troligt</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/cause.py" line="63" />
        <source>well supported</source>
        <translation>väl underbyggt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="131" />
        <location filename="../est_plugin/domain/edition.py" line="70" />
        <source>Working group</source>
        <translation>Arbetsgrupp</translation>
    </message>
    <message>
        <location filename="../est_plugin/plugin.py" line="143" />
        <location filename="../est_plugin/gui/meeting_page.py" line="92" />
        <location filename="../est_plugin/gui/history_words.py" line="178" />
        <location filename="../est_plugin/domain/edition.py" line="71" />
        <source>Meeting</source>
        <translation>Möte</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/edition.py" line="72" />
        <source>Strategic group and politics</source>
        <translation>Strategisk grupp och politik</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/edition.py" line="73" />
        <source>Public</source>
        <translation>Publik</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/hotspot.py" line="26" />
        <source>Not found before</source>
        <translation>Inte hittad förut</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/hotspot.py" line="28" />
        <source>Not found in this period</source>
        <translation>Inte hittad den här perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="55" />
        <location filename="../est_plugin/domain/hotspot.py" line="29" />
        <source>Closed</source>
        <translation>Avslutad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/hotspot.py" line="32" />
        <source>Not known if new</source>
        <extracomment>Of a place that was hot in no period that was searched, when the one just before was not.</extracomment>
        <translation>Okänt om ny</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="53" />
        <location filename="../est_plugin/gui/journal_offer.py" line="161" />
        <location filename="../est_plugin/domain/incident.py" line="34" />
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/incident.py" line="35" />
        <source>Reviewed</source>
        <translation>Granskad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/incident.py" line="36" />
        <source>Duplicate</source>
        <translation>Dubblett</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="56" />
        <location filename="../est_plugin/domain/incident.py" line="37" />
        <source>Rejected</source>
        <translation>Avvisad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="76" />
        <location filename="../est_plugin/export/stop_form.py" line="123" />
        <location filename="../est_plugin/export/stop_form.py" line="67" />
        <location filename="../est_plugin/domain/observation.py" line="42" />
        <location filename="../est_plugin/domain/incident.py" line="62" />
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="76" />
        <location filename="../est_plugin/export/stop_form.py" line="124" />
        <location filename="../est_plugin/export/stop_form.py" line="68" />
        <location filename="../est_plugin/domain/observation.py" line="42" />
        <location filename="../est_plugin/domain/incident.py" line="63" />
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/incident.py" line="64" />
        <source>Unknown</source>
        <translation>Okänt</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/info_class.py" line="26" />
        <source>Open</source>
        <translation>Öppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/info_class.py" line="27" />
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/info_class.py" line="28" />
        <source>Sensitive</source>
        <translation>Känslig</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/info_class.py" line="29" />
        <source>Protected</source>
        <translation>Skyddad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="56" />
        <location filename="../est_plugin/domain/walk.py" line="26" />
        <location filename="../est_plugin/domain/measure.py" line="47" />
        <source>Proposed</source>
        <translation>Föreslagen</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="48" />
        <source>Assessed</source>
        <translation>Bedömd</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="57" />
        <location filename="../est_plugin/domain/measure.py" line="49" />
        <source>Decided</source>
        <translation>Beslutad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="27" />
        <location filename="../est_plugin/domain/observation.py" line="84" />
        <location filename="../est_plugin/domain/measure.py" line="50" />
        <source>Planned</source>
        <translation>Planerad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="51" />
        <source>In progress</source>
        <translation>Pågår</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="62" />
        <location filename="../est_plugin/export/measure_summary.py" line="59" />
        <location filename="../est_plugin/domain/observation.py" line="83" />
        <location filename="../est_plugin/domain/measure.py" line="52" />
        <source>Done</source>
        <translation>Genomförd</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="53" />
        <source>Followed up</source>
        <translation>Uppföljd</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="54" />
        <source>Evaluated</source>
        <translation>Utvärderad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/observation.py" line="85" />
        <location filename="../est_plugin/domain/measure.py" line="57" />
        <source>Handed over</source>
        <translation>Överlämnad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/measure.py" line="58" />
        <source>On hold</source>
        <translation>Pausad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/observation.py" line="31" />
        <source>0 good … 3 bad</source>
        <translation>0 bra … 3 stor brist</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/observation.py" line="32" />
        <source>1 unsafe … 5 safe</source>
        <translation>1 otrygg … 5 trygg</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/observation.py" line="33" />
        <source>Yes or no</source>
        <translation>Ja eller nej</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/observation.py" line="34" />
        <source>Text, in the comment</source>
        <translation>Text, i kommentaren</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stop_form.py" line="80" />
        <location filename="../est_plugin/domain/observation.py" line="63" />
        <source>Quick</source>
        <translation>Snabbt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stop_form.py" line="81" />
        <location filename="../est_plugin/domain/observation.py" line="64" />
        <source>Long-term</source>
        <translation>Långsiktigt</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/observation.py" line="86" />
        <source>Will not be done</source>
        <translation>Görs inte</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="42" />
        <source>Week</source>
        <translation>Vecka</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="43" />
        <source>Two weeks</source>
        <translation>Två veckor</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="103" />
        <location filename="../est_plugin/domain/period.py" line="44" />
        <source>Month</source>
        <translation>Månad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="45" />
        <source>Two months</source>
        <translation>Två månader</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="46" />
        <source>Quarter</source>
        <translation>Kvartal</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="47" />
        <source>Tertial (four months)</source>
        <translation>Tertial (fyra månader)</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="48" />
        <source>Half-year</source>
        <translation>Halvår</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="49" />
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="50" />
        <source>Free dates</source>
        <translation>Fria datum</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="74" />
        <source>The period {start} – {end} is empty.</source>
        <translation>Perioden {start} – {end} är tom.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="75" />
        <source>It ends before it begins.</source>
        <translation>Den slutar innan den börjar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="76" />
        <source>Choose a last day on or after the first day.</source>
        <translation>Välj en sista dag som är samma som eller efter den första dagen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="240" />
        <location filename="../est_plugin/domain/period.py" line="96" />
        <source>A period with free dates needs a first and a last day.</source>
        <translation>En period med fria datum behöver en första och en sista dag.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="241" />
        <location filename="../est_plugin/processing/change_input.py" line="145" />
        <location filename="../est_plugin/domain/period.py" line="97" />
        <source>Give both days.</source>
        <translation>Ange båda dagarna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/period.py" line="183" />
        <source>Previous period</source>
        <translation>Föregående period</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="91" />
        <location filename="../est_plugin/export/sentences.py" line="210" />
        <location filename="../est_plugin/domain/period.py" line="184" />
        <source>Same period last year</source>
        <translation>Samma period förra året</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/personal_data.py" line="36" />
        <source>E-mail addresses</source>
        <translation>E-postadresser</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/personal_data.py" line="37" />
        <source>Personal identity numbers</source>
        <translation>Personnummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/personal_data.py" line="38" />
        <source>Telephone numbers</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/personal_data.py" line="39" />
        <source>Registration marks of vehicles</source>
        <translation>Registreringsnummer på fordon</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/personal_data.py" line="40" />
        <source>Probable personal identity numbers, mistyped</source>
        <translation>Troliga personnummer med skrivfel</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="44" />
        <source>The shortest way, lit or not</source>
        <translation>Kortaste vägen, oavsett ljus</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="45" />
        <source>Rather along unlit streets, to see what is dark</source>
        <translation>Hellre obelyst, för att se vad som är mörkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="46" />
        <source>Rather not along unlit streets</source>
        <translation>Helst inte obelyst</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="65" />
        <source>motorways and the like: {count}</source>
        <translation>motorvägar och liknande: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="66" />
        <source>not built yet: {count}</source>
        <translation>inte byggda än: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="67" />
        <source>closed to people on foot: {count}</source>
        <translation>stängda för gående: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/street.py" line="68" />
        <source>private or closed: {count}</source>
        <translation>privata eller avstängda: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="28" />
        <source>Walked</source>
        <translation>Genomförd</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="29" />
        <source>Answered</source>
        <translation>Besvarad</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="47" />
        <source>Daylight</source>
        <translation>Dagsljus</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="48" />
        <source>Dusk</source>
        <translation>Skymning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="113" />
        <location filename="../est_plugin/export/lighting_page.py" line="216" />
        <location filename="../est_plugin/domain/walk.py" line="49" />
        <source>Dark</source>
        <translation>Mörker</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="54" />
        <location filename="../est_plugin/export/tables.py" line="212" />
        <location filename="../est_plugin/domain/walk.py" line="68" />
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="69" />
        <source>Housing company</source>
        <translation>Bostadsbolag</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="70" />
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <location filename="../est_plugin/domain/walk.py" line="71" />
        <source>Trafikverket (state roads)</source>
        <translation>Trafikverket (statliga vägar)</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="52" />
        <location filename="../est_plugin/environment.py" line="42" />
        <location filename="../est_plugin/environment.py" line="34" />
        <location filename="../est_plugin/environment.py" line="28" />
        <location filename="../est_plugin/environment.py" line="21" />
        <source>The EST plugin cannot start.</source>
        <translation>Insticksprogrammet EST kan inte starta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="22" />
        <source>This QGIS runs on Python {version}; 3.11 or newer is needed.</source>
        <translation>Den här QGIS körs med Python {version}; det behövs 3.11 eller nyare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="23" />
        <source>Install a newer build of QGIS.</source>
        <translation>Installera en nyare QGIS.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="29" />
        <source>The Python library psycopg2 is missing.</source>
        <translation>Python-biblioteket psycopg2 saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="30" />
        <source>Install psycopg2 for the Python that QGIS uses.</source>
        <translation>Installera psycopg2 för den Python som QGIS använder.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="35" />
        <source>The Python library shapely is missing.</source>
        <translation>Pythonbiblioteket shapely saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="44" />
        <location filename="../est_plugin/environment.py" line="36" />
        <source>Install shapely 2.0 or newer for the Python that QGIS uses.</source>
        <translation>Installera shapely 2.0 eller nyare för den Python som QGIS använder.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="43" />
        <source>The Python library shapely is too old: {version}.</source>
        <translation>Pythonbiblioteket shapely är för gammalt: {version}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="53" />
        <source>shapely was built with GEOS {ours}, QGIS with GEOS {theirs}.</source>
        <translation>shapely är byggt med GEOS {ours}, QGIS med GEOS {theirs}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/environment.py" line="54" />
        <source>Install it anew with: pip install --no-binary shapely shapely</source>
        <translation>Installera om det med: pip install --no-binary shapely shapely</translation>
    </message>
    <message>
        <location filename="../est_plugin/errors.py" line="44" />
        <source>Cancelled. Nothing was changed.</source>
        <translation>Avbrutet. Inget ändrades.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/about.py" line="34" />
        <source>all categories</source>
        <translation>alla kategorier</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/about.py" line="36" />
        <source>all organisations</source>
        <translation>alla organisationer</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/about.py" line="48" />
        <source>all days</source>
        <translation>alla dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="64" />
        <location filename="../est_plugin/export/about.py" line="51" />
        <source>{period}, compared with {before}</source>
        <translation>{period}, jämfört med {before}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/about.py" line="56" />
        <source>map of {mapped}, tested on {tested}</source>
        <translation>karta över {mapped}, prövad på {tested}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_chart.py" line="28" />
        <source>The best that any map could have caught</source>
        <translation>Det bästa någon karta hade kunnat fånga</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_chart.py" line="29" />
        <source>Chance</source>
        <translation>Slump</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_chart.py" line="34" />
        <source>Share of the area, the map's first, %</source>
        <translation>Andel av ytan, kartans främsta, %</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_chart.py" line="35" />
        <source>Share of the later incidents caught, %</source>
        <translation>Andel av de senare händelserna som fångas, %</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_chart.py" line="41" />
        <source>Across: how much of the area is looked at, the map's first part first. Up: how many of the later incidents lie in it. A higher line is a better map; the dotted ones are chance and the best that could be.</source>
        <translation>I sidled: hur stor del av området som tas med, kartans främsta delar först. I höjdled: hur många av de senare händelserna som ligger där. En högre linje är en bättre karta; de prickade är slumpen och det bästa som går.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/accuracy_question.py" line="50" />
        <location filename="../est_plugin/export/accuracy_page.py" line="23" />
        <source>How well does last period's map predict?</source>
        <translation>Hur väl förutsäger förra periodens karta?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="24" />
        <source>Incidents on the first part of each map</source>
        <translation>Händelser på varje kartas främsta yta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="25" />
        <source>The hotspot map beside the others</source>
        <translation>Hotspotkartan bredvid de andra</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="26" />
        <source>The hotspots themselves</source>
        <translation>Hotspotsen själva</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="41" />
        <location filename="../est_plugin/export/accuracy_page.py" line="27" />
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="28" />
        <source>Share of the area, %</source>
        <translation>Andel av ytan, %</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="32" />
        <source>Incidents caught</source>
        <translation>Fångade händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="33" />
        <source>Hit rate (95 % interval)</source>
        <translation>Träffandel (95 % intervall)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="34" />
        <source>PAI (times chance)</source>
        <translation>PAI (gånger slumpen)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="35" />
        <source>PEI (1 = the best)</source>
        <translation>PEI (1 = bästa möjliga)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="36" />
        <source>RRI (1 = as before)</source>
        <translation>RRI (1 = som förut)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="41" />
        <source>Incidents more or fewer</source>
        <translation>Händelser fler eller färre</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="58" />
        <location filename="../est_plugin/export/accuracy_page.py" line="42" />
        <source>p, corrected</source>
        <translation>p, korrigerat</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="43" />
        <source>What may be said</source>
        <translation>Vad som kan sägas</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/accuracy_page.py" line="45" />
        <source>too few to say</source>
        <translation>för få för att säga något</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="63" />
        <source>The layer of addresses cannot be read.</source>
        <translation>Adresslagret kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="64" />
        <source>Its file or table is not there.</source>
        <translation>Filen eller tabellen finns inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="65" />
        <source>Choose another layer of addresses, or none for those of the database's own map.</source>
        <translation>Välj ett annat adresslager, eller inget för adresserna i databasens egen karta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="83" />
        <source>The database has no addresses and no buildings, and no layer was chosen.</source>
        <translation>Databasen har varken adresser eller byggnader, och inget lager är valt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="88" />
        <source>The chosen layer has no points or areas, or not the field of their number.</source>
        <translation>Det valda lagret har inga punkter eller ytor, eller saknar fältet med deras antal.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="101" />
        <source>The chosen layer says of no place that it has an address.</source>
        <translation>Det valda lagret säger inte om någon plats att den har en adress.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="116" />
        <source>The chosen layer has areas wider than 250 m that stand for several addresses.</source>
        <translation>Det valda lagret har ytor bredare än 250 m som står för flera adresser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="133" />
        <source>The chosen layer says of a place that its addresses are without number.</source>
        <translation>Det valda lagret anger ett oändligt antal adresser för en plats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="140" />
        <source>The public edition cannot be made without addresses.</source>
        <translation>Den offentliga utgåvan kan inte göras utan adresser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/addresses.py" line="142" />
        <source>Choose a layer with addresses, or with buildings or squares that say how many addresses or households they hold: a square is shown only if people enough live there.</source>
        <translation>Välj ett lager med adresser, eller med byggnader eller rutor som säger hur många adresser eller hushåll de har: en ruta visas bara om tillräckligt många bor där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="22" />
        <source>Squares: {single} of 250 m, and {merged} of 500 m, in which {cells} of 250 m are told together.</source>
        <translation>Rutor: {single} på 250 m, och {merged} på 500 m där {cells} på 250 m redovisas tillsammans.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="25" />
        <source>They hold {incidents} incidents; the edition says about {total}.</source>
        <translation>De har {incidents} händelser; utgåvan säger omkring {total}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="26" />
        <source>They hold {incidents} incidents; the edition does not say so.</source>
        <translation>De har {incidents} händelser; utgåvan säger det inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="28" />
        <source>Categories with a row of their own: {categories}. Measures: {measures}.</source>
        <translation>Kategorier med egen rad: {categories}. Åtgärder: {measures}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="31" />
        <source>Types of place that are counted: {names}. If one of them is a home, do not publish.</source>
        <translation>Platstyper som räknas: {names}. Är någon av dem en bostad ska du inte publicera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="34" />
        <source>Where people live, from: {name}.</source>
        <translation>Var människor bor, enligt: {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="138" />
        <location filename="../est_plugin/export/approval_words.py" line="36" />
        <source>Areas such as buildings stand for addresses, one each.</source>
        <translation>Ytor, till exempel byggnader, räknas som en adress var.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="37" />
        <source>Background: {names}. None of it may show where incidents are.</source>
        <translation>Bakgrund: {names}. Inget av det får visa var händelser finns.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="41" />
        <source>Measure {number}, {kind}: {text}</source>
        <translation>Åtgärd {number}, {kind}: {text}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="42" />
        <source>no text</source>
        <translation>ingen text</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="49" />
        <source>Squares of 250 m with incidents that are not shown: {squares}, with {incidents} incidents.</source>
        <translation>Rutor på 250 m med händelser som inte visas: {squares}, med {incidents} händelser.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/export/approval_words.py" line="54" />
        <source>{reason}: %n incident(s).</source>
        <translation>
            <numerusform>{reason}: %n händelse.</numerusform>
            <numerusform>{reason}: %n händelser.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="57" />
        <source>Categories that are never published: {names}.</source>
        <translation>Kategorier som aldrig publiceras: {names}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="60" />
        <source>Categories told together only, or not at all: {names}.</source>
        <translation>Kategorier som bara redovisas tillsammans, eller inte alls: {names}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="63" />
        <source>Measures that are not open, or not decided: {number}.</source>
        <translation>Åtgärder som inte är öppna, eller inte beslutade: {number}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="67" />
        <source>Measures told of without a place, because the ground they stand on is not shown: {number}.</source>
        <translation>Åtgärder som redovisas utan plats, eftersom rutan de ligger i inte visas: {number}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/approval_words.py" line="70" />
        <source>Hotspots, walks, times of day, organisations that report, and every single incident.</source>
        <translation>Hotspots, vandringar, tider på dygnet, organisationer som rapporterar, och varje enskild händelse.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/archive.py" line="19" />
        <source>It does not hold the files of the folder.</source>
        <translation>Den innehåller inte mappens filer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="58" />
        <source>The layer {layer} cannot be the background of a package.</source>
        <translation>Lagret {layer} kan inte vara bakgrund i ett paket.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="59" />
        <source>Only layers with vectors, rasters, tiles or meshes that QGIS can read are drawn.</source>
        <translation>Bara vektorlager, rasterlager, vektorplattor och meshlager som QGIS kan läsa ritas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="62" />
        <source>Hide the layer, or choose another background.</source>
        <translation>Dölj lagret eller välj en annan bakgrund.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="110" />
        <source>The background layer {layer} is empty on the map of the package.</source>
        <translation>Bakgrundslagret {layer} är tomt på paketets karta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="111" />
        <source>It has nothing there, or its server does not answer.</source>
        <translation>Det har inget där, eller så svarar inte dess server.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="112" />
        <source>Check the layer and the network, hide the layer, or choose another background.</source>
        <translation>Kontrollera lagret och nätverket, dölj lagret eller välj en annan bakgrund.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="143" />
        <source>The background layer {layer} cannot be opened.</source>
        <translation>Bakgrundslagret {layer} går inte att öppna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="144" />
        <source>Its source is gone or refuses a second reader.</source>
        <translation>Datakällan är borta eller kan inte läsas två gånger samtidigt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="145" />
        <source>Repair the layer, or leave it out of the package.</source>
        <translation>Laga lagret eller utelämna det ur paketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="161" />
        <source>The style of the background layer {layer} cannot be read.</source>
        <translation>Stilen för bakgrundslagret {layer} går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="162" />
        <source>QGIS says: {reason}.</source>
        <translation>QGIS svarar: {reason}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/background.py" line="163" />
        <source>Style the layer anew, or leave it out of the package.</source>
        <translation>Ge lagret en ny stil eller utelämna det ur paketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="18" />
        <source>all</source>
        <translation>alla</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="19" />
        <source>Categories: {categories}. Organisations: {organisations}.</source>
        <translation>Kategorier: {categories}. Organisationer: {organisations}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="28" />
        <source>No rows wait in quarantine.</source>
        <translation>Inga rader väntar i karantän.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="29" />
        <source>Rows of all sources that wait in quarantine: {count}. They did not pass the checks and are not counted.</source>
        <translation>Rader från alla källor som väntar i karantän: {count}. De klarade inte kontrollen och räknas inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="38" />
        <source>The numbers are reports that organisations have made, not all that happened. More reports may mean more reporting. Duplicates and rejected reports do not count. No single incident is in this package.</source>
        <translation>Siffrorna visar vad organisationerna har rapporterat, inte allt som har hänt. Fler rapporter kan bero på att fler rapporterar. Dubbletter och avvisade rapporter räknas inte. Inga enskilda händelser finns med i paketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="44" />
        <source>The numbers are reports that organisations have made, not all that happened. More reports may mean more reporting. Duplicates and rejected reports do not count. The single incidents in this package are places with category, day and part of the day; what was written of them stays in the database.</source>
        <translation>Siffrorna är rapporter från organisationer, inte allt som har hänt. Fler rapporter kan betyda att fler rapporterar. Dubbletter och avvisade rapporter räknas inte. De enskilda händelserna i kartpaketet är platser med kategori, dag och del av dygnet; det som skrevs om dem stannar i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="50" />
        <source>A change may be chance if chance alone makes one as large in more than {share} cases of 100. That is an exact test of the two counts, which minds how long the periods are. In a long list about one row in {rows} looks like a change without being one. A hotspot is chosen because it has many reports now, so it has often had fewer before: its change is not judged. Too few to tell means that with numbers as small only a great change could be told from chance.</source>
        <translation>”Kan vara slump” betyder att enbart slumpen ger en minst lika stor skillnad i mer än {share} fall av 100. Det prövas med ett exakt test av de två antalen som tar hänsyn till periodernas längd. I en lång lista ser ungefär en rad av {rows} ut som en förändring utan att vara det. En hotspot väljs för att den har många rapporter just nu, så ofta har den haft färre tidigare: dess förändring bedöms därför inte. För få för att säga betyder att bara en stor förändring kan skiljas från slumpen när talen är så små.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="62" />
        <source>Counts of one to four are told as 1–4. A count that one of those could be worked out from is told as 5+.</source>
        <translation>Antal från ett till fyra skrivs som 1–4. Ett antal som ett av dem kunde räknas ut ur skrivs som 5+.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="127" />
        <location filename="../est_plugin/export/basis.py" line="70" />
        <source>Hotspots count all incidents, whatever categories and organisations are chosen.</source>
        <translation>Hotspots räknas på alla händelser, oavsett vilka kategorier och organisationer som är valda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/basis.py" line="77" />
        <source>Have not reported in the period: {names}.</source>
        <translation>Har inte rapporterat under perioden: {names}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cause_words.py" line="17" />
        <source>The problem lies with: {value}</source>
        <translation>Problemet ligger hos: {value}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cause_words.py" line="18" />
        <source>Missing: {value}</source>
        <translation>Saknas: {value}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cause_words.py" line="19" />
        <source>Speaks for it: {value}</source>
        <translation>Talar för det: {value}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cause_words.py" line="20" />
        <source>How sure: {value}</source>
        <translation>Hur säkert: {value}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cause_words.py" line="27" />
        <source>Likely causes, as those who know the place see them</source>
        <translation>Troliga orsaker, som de som känner platsen ser dem</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cause_words.py" line="39" />
        <source>Likely causes: {count}</source>
        <translation>Troliga orsaker: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="104" />
        <location filename="../est_plugin/export/change_chart.py" line="47" />
        <source>Incidents per 30 days</source>
        <translation>Händelser per 30 dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_chart.py" line="50" />
        <source>Incidents per 30 days of each period, named by its first day. Dark: the two that are compared. Grey with a dashed edge: only partly known or not fully reported. Lines: 95 % limits, if the incidents were independent.</source>
        <translation>Händelser per 30 dagar i varje period, som har namn efter sin första dag. Mörkt: de två som jämförs. Grått med streckad kant: bara delvis känd eller inte fullt rapporterad. Streck: 95 %-gränser, om händelserna vore oberoende av varandra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_chart.py" line="79" />
        <source>Incidents of each place in each period, named by its first day; all rows have the same scale. Brown: more than chance explains in that period. Grey: no more than that.</source>
        <translation>Händelser på varje plats i varje period, som har sin första dag som namn; alla rader har samma skala. Brunt: fler än slumpen förklarar i den perioden. Grått: inte fler än så.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="77" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="111" />
        <location filename="../est_plugin/export/tables.py" line="220" />
        <location filename="../est_plugin/export/tables.py" line="151" />
        <location filename="../est_plugin/export/tables.py" line="85" />
        <location filename="../est_plugin/export/tables.py" line="48" />
        <location filename="../est_plugin/export/sentences.py" line="206" />
        <location filename="../est_plugin/export/change_page.py" line="216" />
        <location filename="../est_plugin/export/change_page.py" line="36" />
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="85" />
        <location filename="../est_plugin/export/tables.py" line="86" />
        <location filename="../est_plugin/export/tables.py" line="50" />
        <location filename="../est_plugin/export/sentences.py" line="207" />
        <location filename="../est_plugin/export/change_page.py" line="37" />
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="86" />
        <location filename="../est_plugin/gui/history_dialog.py" line="68" />
        <location filename="../est_plugin/gui/conflict_dialog.py" line="70" />
        <location filename="../est_plugin/export/tables.py" line="87" />
        <location filename="../est_plugin/export/tables.py" line="51" />
        <location filename="../est_plugin/export/sentences.py" line="208" />
        <location filename="../est_plugin/export/change_page.py" line="38" />
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="98" />
        <location filename="../est_plugin/export/change_page.py" line="218" />
        <location filename="../est_plugin/export/change_page.py" line="39" />
        <source>Per 30 days</source>
        <translation>Per 30 dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="40" />
        <source>Before, per 30 days</source>
        <translation>Tidigare, per 30 dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="41" />
        <source>Times the earlier rate</source>
        <translation>Gånger den tidigare takten</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="42" />
        <source>95 % interval, the row by itself</source>
        <translation>95 %-intervall, raden för sig</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="229" />
        <location filename="../est_plugin/export/change_page.py" line="219" />
        <location filename="../est_plugin/export/change_page.py" line="207" />
        <location filename="../est_plugin/export/change_page.py" line="43" />
        <source>In words</source>
        <translation>I ord</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="76" />
        <source>{first} – {last}, compared with {first_before} – {last_before}.</source>
        <translation>{first} – {last}, jämfört med {first_before} – {last_before}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/change_question.py" line="73" />
        <location filename="../est_plugin/export/change_page.py" line="90" />
        <source>What has changed?</source>
        <translation>Vad har förändrats?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="108" />
        <source>The test takes each incident for independent of the others. Reports often come in bunches: then chance changes more than the test allows for, so take a change that is only just told with care.</source>
        <translation>Testet räknar med att händelserna är oberoende av varandra. Anmälningar kommer ofta i klungor, och då ändrar slumpen mer än testet räknar med: läs en förändring som bara nätt och jämnt sägs med försiktighet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="113" />
        <source>Here the words mind how many rows are compared, so that chance alone seldom makes even one of them a change. The lists of the panel judge each row by itself.</source>
        <translation>Här tar orden hänsyn till hur många rader som jämförs, så att enbart slumpen sällan gör ens en av dem till en förändring. Panelens listor bedömer varje rad för sig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="135" />
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="187" />
        <source>Under two years a season looks like a trend: so no place is called rising or falling here.</source>
        <translation>Under två år ser en årstid ut som en trend. Därför sägs ingen plats öka eller minska här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="195" />
        <source>Left out, because they are only partly known or not fully reported: {periods}.</source>
        <translation>Utelämnade, eftersom de bara är delvis kända eller inte fullt rapporterade: {periods}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="205" />
        <source>What the words mean</source>
        <translation>Vad orden betyder</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="208" />
        <source>What it takes</source>
        <translation>Vad som krävs</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/trend_question.py" line="53" />
        <location filename="../est_plugin/export/change_page.py" line="214" />
        <source>Trend over the periods</source>
        <translation>Trend över perioderna</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="227" />
        <location filename="../est_plugin/export/change_page.py" line="217" />
        <source>Last period</source>
        <translation>Senaste perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="32" />
        <location filename="../est_plugin/export/change_page.py" line="221" />
        <source>Places</source>
        <translation>Ställen</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="175" />
        <location filename="../est_plugin/layers/form_fields.py" line="34" />
        <location filename="../est_plugin/intake/column_mapping.py" line="55" />
        <location filename="../est_plugin/gui/hotspots_page.py" line="113" />
        <location filename="../est_plugin/export/walk_pages.py" line="69" />
        <location filename="../est_plugin/export/stability_page.py" line="30" />
        <location filename="../est_plugin/export/minutes.py" line="85" />
        <location filename="../est_plugin/export/minutes.py" line="73" />
        <location filename="../est_plugin/export/hotspots_page.py" line="23" />
        <location filename="../est_plugin/export/change_page.py" line="221" />
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/stability.py" line="63" />
        <location filename="../est_plugin/processing/search_input.py" line="54" />
        <location filename="../est_plugin/export/change_page.py" line="223" />
        <source>Cells</source>
        <translation>Celler</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="224" />
        <source>Middle of the cell, east and north (metres)</source>
        <translation>Rutans mitt, öst och nord (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="228" />
        <source>Hot periods</source>
        <translation>Heta perioder</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="266" />
        <source>at least {low}</source>
        <translation>minst {low}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="266" />
        <source>any</source>
        <translation>vilken som helst</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="268" />
        <source>at most {high}</source>
        <translation>högst {high}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/change_page.py" line="270" />
        <source>{low} – {high}</source>
        <translation>{low} – {high}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/changes.py" line="19" />
        <source>A hotspot is chosen because it peaked in this period: fewer before is what one must expect, also without any change.</source>
        <extracomment>Why the change of a hotspot is not judged.</extracomment>
        <translation>En hotspot är vald för att den toppade i den här perioden. Färre händelser förut är att vänta även om inget har förändrats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/changes.py" line="54" />
        <source>Cannot be compared with {before}: {reason}.</source>
        <translation>Går inte att jämföra med {before}: {reason}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/changes.py" line="61" />
        <source>The period is not fully reported yet: one report in ten takes more than {days} days, so the numbers from {since} on may still grow.</source>
        <translation>Perioden är inte fullt rapporterad än: var tionde rapport tar mer än {days} dagar, så talen från och med {since} kan fortfarande växa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/chart.py" line="49" />
        <source>The chart cannot be drawn.</source>
        <translation>Diagrammet kan inte ritas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/chart.py" line="50" />
        <source>The Python package matplotlib is not part of this QGIS.</source>
        <translation>Python-paketet matplotlib ingår inte i detta QGIS.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/chart.py" line="51" />
        <source>Use the table, or install matplotlib.</source>
        <translation>Använd tabellen, eller installera matplotlib.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/cluster_choice.py" line="22" />
        <location filename="../est_plugin/export/cluster_page.py" line="19" />
        <source>Clusters of incidents</source>
        <translation>Kluster av händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="23" />
        <source>A cluster says that incidents lie close together, not whether chance could have put them there: the hotspots say that.</source>
        <translation>Ett kluster säger att händelser ligger tätt, inte om slumpen kan ha lagt dem så: det säger hotspots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="112" />
        <location filename="../est_plugin/export/walk_pages.py" line="68" />
        <location filename="../est_plugin/export/tables.py" line="150" />
        <location filename="../est_plugin/export/stability_page.py" line="29" />
        <location filename="../est_plugin/export/sentences.py" line="194" />
        <location filename="../est_plugin/export/public_sections.py" line="128" />
        <location filename="../est_plugin/export/public_files.py" line="107" />
        <location filename="../est_plugin/export/public_files.py" line="79" />
        <location filename="../est_plugin/export/minutes.py" line="114" />
        <location filename="../est_plugin/export/hotspots_page.py" line="22" />
        <location filename="../est_plugin/export/cluster_page.py" line="30" />
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="33" />
        <source>Hectares</source>
        <translation>Hektar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="34" />
        <source>Most frequent category</source>
        <translation>Vanligaste kategori</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="25" />
        <location filename="../est_plugin/export/cluster_page.py" line="35" />
        <source>Most on one point</source>
        <translation>Flest på en punkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="36" />
        <source>Remark</source>
        <translation>Anmärkning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="38" />
        <source>All on one point: a default point?</source>
        <translation>Alla på en punkt: en standardpunkt?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="39" />
        <source>More than half on one point</source>
        <translation>Mer än hälften på en punkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="105" />
        <location filename="../est_plugin/export/cluster_page.py" line="49" />
        <source>Clusters</source>
        <translation>Kluster</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="67" />
        <source>Clusters that lie on a single point: {number}. Check whether they are default points of unknown places.</source>
        <translation>Kluster som ligger på en enda punkt: {number}. Kontrollera om det är standardpunkter för okända platser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/cluster_page.py" line="76" />
        <source>The {shown} largest are listed; the layer holds all.</source>
        <translation>De {shown} största visas här; lagret innehåller alla.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/density_select.py" line="21" />
        <source>By group of categories</source>
        <translation>Efter kategorigrupp</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/density_select.py" line="22" />
        <source>By time</source>
        <translation>Efter tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/density_select.py" line="32" />
        <source>The density shows</source>
        <translation>Tätheten visar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/density_select.py" line="33" />
        <source>all incidents</source>
        <translation>alla händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/density_select.py" line="35" />
        <source>A choice is of this period and has a scale of its own: its colours cannot be compared with those of others. Incidents whose time is not known well enough are in no choice by time.</source>
        <translation>Ett urval gäller den här perioden och har en egen skala: färgerna kan inte jämföras med andra urval. Händelser vars tid inte är tillräckligt känd är inte med i något urval efter tid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="27" />
        <source>It holds {count} projects instead of one.</source>
        <translation>Det innehåller {count} projekt i stället för ett.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="30" />
        <source>A phone refuses the name {name}.</source>
        <translation>En telefon tar inte emot namnet {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="32" />
        <source>The file {name} is too large for a phone.</source>
        <translation>Filen {name} är för stor för en telefon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="34" />
        <source>{name} has the name of the project.</source>
        <translation>{name} heter som projektet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="44" />
        <source>The project names this computer or who made it.</source>
        <translation>Projektet nämner den här datorn eller vem som gjort det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="50" />
        <source>QGIS cannot read its project.</source>
        <translation>QGIS kan inte läsa dess projekt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="52" />
        <source>Its project has a home folder of its own.</source>
        <translation>Dess projekt har en egen hemmapp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="57" />
        <source>The observations do not hang on their stops.</source>
        <translation>Iakttagelserna hänger inte ihop med sina stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="63" />
        <source>The layer {name} is not in the folder.</source>
        <translation>Lagret {name} ligger inte i mappen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="66" />
        <source>The layer {name} has no key.</source>
        <translation>Lagret {name} saknar nyckel.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="68" />
        <source>A column of {name} has two lines.</source>
        <translation>En kolumn i {name} har två rader.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="73" />
        <source>The field package was not handed out.</source>
        <translation>Fältpaketet lämnades inte ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_check.py" line="75" />
        <source>Choose another folder and try again; tell us if it happens again.</source>
        <translation>Välj en annan mapp och försök igen; hör av dig om det händer igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_package.py" line="51" />
        <source>{title}

This folder holds one safety walk for the field: its route, its stops, the checklist and a map that needs no network. It holds no incidents. Write no names of persons, and take no photos of faces or number plates.

QField
1. Copy the whole folder to the phone with a cable (in QField: Open local file, Import folder), or upload it as a project of QFieldCloud.
2. Open the project {project}. Stand at a stop, touch its number and add an observation; the camera is in the form.
3. Afterwards close the project on the phone, wait until all is sent, and copy the whole folder back.

Mergin Maps
1. Create a project from this folder, and open it on the phone.
2. Synchronise afterwards, and download the whole project to the computer.

Use the clouds of QField and Mergin Maps only if the municipality has an agreement with them.

Several phones: give each its own copy of the folder, and bring them home one after the other.

Home again: in QGIS, the page Safety walk, choose the walk, then With this walk, Bring home from the field. You see what is new and what was changed on both sides before anything is stored.

When all is at home: delete the photos and the project on the phone, this folder on the computer, and the copy in the cloud. The photos here still tell where and when they were taken.
</source>
        <translation>{title}

Den här mappen innehåller en trygghetsvandring för fältet: rutten, stoppen, checklistan och en karta som inte behöver något nät. Den innehåller inga händelser. Skriv inga personnamn, och fotografera inga ansikten eller registreringsskyltar.

QField
1. Kopiera hela mappen till telefonen med kabel (i QField: Öppna lokal fil, Importera mapp), eller ladda upp den som projekt i QFieldCloud.
2. Öppna projektet {project}. Stå vid ett stopp, tryck på dess nummer och lägg till en iakttagelse; kameran finns i formuläret.
3. Stäng projektet på telefonen efteråt, vänta tills allt är skickat och kopiera hela mappen tillbaka.

Mergin Maps
1. Skapa ett projekt av mappen, och öppna det på telefonen.
2. Synkronisera efteråt, och hämta hela projektet till datorn.

QFieldCloud/Mergin-moln bara om kommunen har avtal.

Flera telefoner: ge var och en sin egen kopia av mappen, och hämta hem dem en efter en.

Hem igen: i QGIS, sidan Trygghetsvandring, välj vandringen, sedan Med vandringen och Hämta hem från fältet. Du ser vad som är nytt och vad som ändrats på båda hållen innan något sparas.

När allt är hemma: ta bort bilderna och projektet på telefonen, den här mappen på datorn och kopian i molnet. Bilderna här berättar fortfarande var och när de togs.
</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_package.py" line="140" />
        <source>The safety walk has no route yet.</source>
        <translation>Trygghetsvandringen har ingen rutt än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_package.py" line="141" />
        <source>The field needs a route to follow.</source>
        <translation>I fält behövs en rutt att följa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_package.py" line="142" />
        <source>Draw its route, save it, and try again.</source>
        <translation>Rita rutten, spara och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_package.py" line="235" />
        <source>The field package could not be written in {folder}.</source>
        <translation>Fältpaketet kunde inte skrivas i {folder}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_package.py" line="237" />
        <source>Check that you may write there and that the disk is not full. Nothing was left behind.</source>
        <translation>Kontrollera att du får skriva där och att disken inte är full. Inget lämnades kvar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/tree.py" line="77" />
        <location filename="../est_plugin/gui/walk_to_field.py" line="71" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="80" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="108" />
        <location filename="../est_plugin/gui/package_choices.py" line="93" />
        <location filename="../est_plugin/export/field_project.py" line="173" />
        <source>Background</source>
        <translation>Bakgrund</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_project.py" line="272" />
        <source>The field package could not be written: {name} cannot be opened.</source>
        <translation>Fältpaketet kunde inte skrivas: {name} kan inte öppnas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_project.py" line="273" />
        <source>The disk may be full, or another program holds the folder.</source>
        <translation>Disken kan vara full, eller så håller ett annat program i mappen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_project.py" line="274" />
        <source>Make room, or choose another folder, and try again.</source>
        <translation>Gör plats, eller välj en annan mapp, och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_texts.py" line="35" />
        <source>The field package was not made: a text may not go to the field.</source>
        <translation>Mappen för fältet gjordes inte: en text får inte följa med ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report.py" line="147" />
        <location filename="../est_plugin/export/field_texts.py" line="36" />
        <source>Found in “{where}”: {kinds}.</source>
        <translation>Hittat i ”{where}”: {kinds}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/field_texts.py" line="37" />
        <source>Correct it in the form, save, and try again.</source>
        <translation>Rätta texten i formuläret, spara och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/finding_reader.py" line="29" />
        <source>good</source>
        <translation>bra</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/finding_reader.py" line="30" />
        <source>small shortcomings</source>
        <translation>små brister</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/finding_reader.py" line="31" />
        <source>shortcomings</source>
        <translation>brister</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/finding_reader.py" line="32" />
        <source>great shortcomings</source>
        <translation>stora brister</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/pdf_settled.py" line="42" />
        <location filename="../est_plugin/export/pdf.py" line="184" />
        <location filename="../est_plugin/export/flowing_pdf.py" line="152" />
        <source>The file {path} could not be written.</source>
        <translation>Filen {path} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/pdf_settled.py" line="43" />
        <location filename="../est_plugin/export/pdf.py" line="185" />
        <location filename="../est_plugin/export/flowing_pdf.py" line="153" />
        <source>Qt could not write the PDF.</source>
        <translation>Qt kunde inte skriva PDF-filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="136" />
        <location filename="../est_plugin/export/pdf_settled.py" line="44" />
        <location filename="../est_plugin/export/pdf.py" line="186" />
        <location filename="../est_plugin/export/geopackage_file.py" line="159" />
        <location filename="../est_plugin/export/gate.py" line="96" />
        <location filename="../est_plugin/export/folder.py" line="117" />
        <location filename="../est_plugin/export/flowing_pdf.py" line="154" />
        <source>Check that the disk is not full and try again.</source>
        <translation>Kontrollera att disken inte är full och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="39" />
        <source>The map package could not be written in {folder}.</source>
        <translation>Kartpaketet kunde inte skrivas i {folder}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="41" />
        <source>Check that you may write there, that the disk is not full and that no file of an older package is open.</source>
        <translation>Kontrollera att du får skriva där, att disken inte är full och att ingen fil i ett äldre paket är öppen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="107" />
        <source>The package was not handed out: {file} cannot be unpacked everywhere.</source>
        <translation>Paketet lämnades inte ut: {file} kan inte packas upp överallt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="108" />
        <source>It is a link, or its name is longer than {longest} signs.</source>
        <translation>Den är en länk, eller så är namnet längre än {longest} tecken.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="109" />
        <source>Report this with the name of the file.</source>
        <translation>Anmäl det med filens namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="115" />
        <source>The package was not handed out: {file} is empty.</source>
        <translation>Paketet lämnades inte ut: {file} är tom.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="95" />
        <location filename="../est_plugin/export/folder.py" line="116" />
        <source>It could not be written to its end.</source>
        <translation>Den kunde inte skrivas färdigt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="134" />
        <location filename="../est_plugin/export/gate.py" line="94" />
        <location filename="../est_plugin/export/folder.py" line="124" />
        <source>{file} was not handed out: it is not whole.</source>
        <translation>{file} lämnades inte ut: den är inte hel.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="125" />
        <source>A file reads differently after it was written.</source>
        <translation>En fil läses annorlunda än den skrevs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/folder.py" line="126" />
        <source>Check the disk, or write the package to another one.</source>
        <translation>Kontrollera disken, eller skriv paketet till en annan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="24" />
        <source>It is of a kind that cannot be read back.</source>
        <translation>Den är av ett slag som inte kan läsas tillbaka.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="25" />
        <source>It is no text in UTF-8.</source>
        <translation>Den är ingen text i UTF-8.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="101" />
        <source>{file} was not handed out: it holds more than its pages.</source>
        <translation>{file} lämnades inte ut: den innehåller mer än sina sidor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="102" />
        <source>Found: {names}; signs that cannot be read back: {unread}.</source>
        <translation>Hittat: {names}; tecken som inte går att läsa tillbaka: {unread}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="103" />
        <source>Install the plugin again to get its page templates back, and report this.</source>
        <translation>Installera insticksprogrammet igen så att sidmallarna återställs, och rapportera felet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate.py" line="110" />
        <source>page {page}</source>
        <translation>sidan {page}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_archive.py" line="19" />
        <source>A name in it leads out of its folder or is not plain ASCII.</source>
        <translation>Ett namn i den leder ut ur mappen eller har andra tecken än ASCII.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_archive.py" line="20" />
        <source>It carries notes of the computer that packed it, or its clock.</source>
        <translation>Den bär med sig anteckningar från datorn som packade den, eller datorns klocka.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_archive.py" line="21" />
        <source>It names who wrote or printed it.</source>
        <translation>Den namnger den som har skrivit eller skrivit ut den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_archive.py" line="22" />
        <source>It holds a file of a kind that cannot be read back.</source>
        <translation>Den innehåller en fil av ett slag som inte kan läsas tillbaka.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_archive.py" line="82" />
        <source>paragraph {number}</source>
        <translation>stycke {number}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_html.py" line="85" />
        <location filename="../est_plugin/export/gate_data.py" line="28" />
        <source>line {line}</source>
        <translation>rad {line}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_data.py" line="37" />
        <source>line {line}, column {column}</source>
        <translation>rad {line}, kolumn {column}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="182" />
        <location filename="../est_plugin/export/gate_findings.py" line="59" />
        <source>It is not whole.</source>
        <translation>Den är inte hel.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/export/gate_findings.py" line="71" />
        <source>%n more thing(s) were found.</source>
        <translation>
            <numerusform>%n sak till hittades.</numerusform>
            <numerusform>%n saker till hittades.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_findings.py" line="73" />
        <source>{files} was not handed out: it may not leave the municipality.</source>
        <translation>{files} lämnades inte ut: innehållet får inte lämna kommunen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_findings.py" line="75" />
        <source>Look through the texts of hotspots, measures, walks, stops, meetings and background layers, correct them and try again. If no text of yours is meant, report this with the name of the file and the place in it.</source>
        <translation>Gå igenom texterna för hotspots, åtgärder, vandringar, stopp, möten och bakgrundslager, rätta dem och försök igen. Är det ingen text som ni har skrivit, anmäl det med filens namn och stället i den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_geopackage.py" line="22" />
        <source>It holds a table that is no layer of the package.</source>
        <translation>Den innehåller en tabell som inte är något lager i paketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_geopackage.py" line="23" />
        <source>It has a column that no layer of a package may have.</source>
        <translation>Den har en kolumn som inget lager i ett paket får ha.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_geopackage.py" line="24" />
        <source>It holds a trigger or a view.</source>
        <translation>Den innehåller en trigger eller en vy.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_geopackage.py" line="25" />
        <source>It holds rests of rows that were deleted.</source>
        <translation>Den innehåller rester av rader som har tagits bort.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_geopackage.py" line="40" />
        <source>It holds bytes that are no geometry.</source>
        <translation>Den innehåller byte som inte är någon geometri.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_geopackage.py" line="111" />
        <source>table {table}, row {row}, column {column}</source>
        <translation>tabell {table}, rad {row}, kolumn {column}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_html.py" line="15" />
        <source>It fetches something from outside the file.</source>
        <translation>Den hämtar något utanför filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_pictures.py" line="19" />
        <source>The picture carries more than its pixels, such as a camera's notes.</source>
        <translation>Bilden bär med sig mer än det som syns, till exempel kamerans anteckningar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_pictures.py" line="20" />
        <source>The drawing carries a program or fetches something.</source>
        <translation>Bilden innehåller ett program eller hämtar något.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_pictures.py" line="21" />
        <source>It holds a picture of a kind that cannot be read back.</source>
        <translation>Den innehåller en bild av ett slag som inte kan läsas tillbaka.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="54" />
        <source>It holds a description, comment or note that must stay in the database.</source>
        <translation>Den innehåller en beskrivning, kommentar eller anteckning som ska stanna i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="56" />
        <source>It names a column that must stay in the database.</source>
        <translation>Den nämner en kolumn som måste stanna i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="57" />
        <source>It holds what looks like a personal identity number.</source>
        <translation>Den innehåller något som ser ut som ett personnummer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="58" />
        <source>It holds what looks like a phone number.</source>
        <translation>Den innehåller något som ser ut som ett telefonnummer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="59" />
        <source>It holds an e-mail address.</source>
        <translation>Den innehåller en e-postadress.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="60" />
        <source>It holds what looks like the registration mark of a vehicle.</source>
        <translation>Den innehåller något som ser ut som ett registreringsnummer på ett fordon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="61" />
        <source>It holds an identifier that leads to a row of the database.</source>
        <translation>Den innehåller ett id som leder till en rad i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="62" />
        <source>It holds the path of a file or a folder of this computer.</source>
        <translation>Den innehåller sökvägen till en fil eller mapp på den här datorn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="63" />
        <source>It says how the database is reached.</source>
        <translation>Den talar om hur databasen nås.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="65" />
        <source>It holds the number that a report or a measure has in its register.</source>
        <translation>Den innehåller numret som en rapport eller åtgärd har i sitt register.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/gate_rules.py" line="66" />
        <source>It names who wrote in the database, or this computer or its user.</source>
        <translation>Den namnger någon som har skrivit i databasen, den här datorn eller dess användare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/geopackage_file.py" line="157" />
        <source>The layers of the package could not be written to {file}.</source>
        <translation>Paketets lager kunde inte skrivas till {file}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/geopackage_file.py" line="158" />
        <source>GDAL says: {reason}.</source>
        <translation>GDAL säger: {reason}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/stability.py" line="60" />
        <location filename="../est_plugin/processing/hotspot_input.py" line="131" />
        <location filename="../est_plugin/plugin.py" line="140" />
        <location filename="../est_plugin/layers/roles.py" line="64" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="217" />
        <location filename="../est_plugin/export/stability_page.py" line="76" />
        <location filename="../est_plugin/export/stability_page.py" line="39" />
        <location filename="../est_plugin/export/sections.py" line="30" />
        <location filename="../est_plugin/export/projector.py" line="91" />
        <location filename="../est_plugin/export/paper_overview.py" line="155" />
        <location filename="../est_plugin/export/page_legend.py" line="68" />
        <location filename="../est_plugin/export/map_layers.py" line="89" />
        <location filename="../est_plugin/export/geopackage_layers.py" line="148" />
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/plugin.py" line="142" />
        <location filename="../est_plugin/export/public_sections.py" line="65" />
        <location filename="../est_plugin/export/public_sections.py" line="27" />
        <location filename="../est_plugin/export/paper_measures.py" line="47" />
        <location filename="../est_plugin/export/page_texts.py" line="87" />
        <location filename="../est_plugin/export/page_legend.py" line="89" />
        <location filename="../est_plugin/export/page_body.py" line="70" />
        <location filename="../est_plugin/export/page_body.py" line="68" />
        <location filename="../est_plugin/export/minutes.py" line="138" />
        <location filename="../est_plugin/export/geopackage_layers.py" line="194" />
        <source>Measures</source>
        <translation>Åtgärder</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="59" />
        <location filename="../est_plugin/export/paper_measures.py" line="47" />
        <location filename="../est_plugin/export/page_legend.py" line="71" />
        <location filename="../est_plugin/export/page_body.py" line="81" />
        <location filename="../est_plugin/export/map_layers.py" line="86" />
        <location filename="../est_plugin/export/geopackage_layers.py" line="206" />
        <source>Safety walks</source>
        <translation>Trygghetsvandringar</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="78" />
        <location filename="../est_plugin/processing/proposewalk.py" line="96" />
        <location filename="../est_plugin/gui/walk_page.py" line="250" />
        <location filename="../est_plugin/export/tables.py" line="156" />
        <location filename="../est_plugin/export/map_layers.py" line="78" />
        <location filename="../est_plugin/export/geopackage_layers.py" line="222" />
        <source>Stops</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/heatmap_page.py" line="25" />
        <source>Near the border of the study area the values stand on fewer incidents, since none outside are counted.</source>
        <translation>Nära studieområdets gräns bygger värdena på färre händelser, eftersom inga utanför räknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="93" />
        <location filename="../est_plugin/processing/heatmap.py" line="62" />
        <location filename="../est_plugin/layers/roles.py" line="65" />
        <location filename="../est_plugin/gui/situation_page.py" line="119" />
        <location filename="../est_plugin/export/heatmap_page.py" line="33" />
        <source>Heatmap</source>
        <translation>Värmekarta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/heatmap_page.py" line="43" />
        <source>Classes of the legend: {unit}</source>
        <translation>Klasser i teckenförklaringen: {unit}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/heatmap_page.py" line="44" />
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/heatmap_page.py" line="44" />
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="26" />
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="27" />
        <source>q</source>
        <translation>q</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="30" />
        <source>East</source>
        <translation>Öst</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="31" />
        <source>North</source>
        <translation>Nord</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="32" />
        <source>Reports</source>
        <translation>Rapporter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="33" />
        <source>Share of all, %</source>
        <translation>Andel av alla, %</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/hotspots_page.py" line="41" />
        <source>How the hotspots were found</source>
        <translation>Så hittades hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="135" />
        <location filename="../est_plugin/export/hotspots_page.py" line="52" />
        <source>Reports stacked on one point</source>
        <translation>Rapporter på exakt samma punkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_body.py" line="101" />
        <location filename="../est_plugin/export/hotspots_page.py" line="56" />
        <source>Hotspots by rank</source>
        <translation>Hotspots i rangordning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_measures.py" line="102" />
        <location filename="../est_plugin/export/measure_summary.py" line="107" />
        <location filename="../est_plugin/export/measure_section.py" line="60" />
        <location filename="../est_plugin/export/incident_page.py" line="75" />
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="24" />
        <location filename="../est_plugin/intake/column_mapping.py" line="49" />
        <location filename="../est_plugin/gui/situation_page.py" line="84" />
        <location filename="../est_plugin/export/tables.py" line="80" />
        <location filename="../est_plugin/export/public_sections.py" line="114" />
        <location filename="../est_plugin/export/public_files.py" line="101" />
        <location filename="../est_plugin/export/incident_page.py" line="77" />
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="101" />
        <location filename="../est_plugin/export/incident_page.py" line="78" />
        <source>Weekday</source>
        <translation>Veckodag</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="79" />
        <source>Part of the day</source>
        <translation>Del av dygnet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="86" />
        <source>{shown} of {total} incidents are chosen.</source>
        <translation>{shown} av {total} händelser är valda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="94" />
        <source>Single incidents</source>
        <translation>Enskilda händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="96" />
        <source>Incidents on the map</source>
        <translation>Händelser på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="102" />
        <source>Single incidents: {count} are too many for this page, so none is shown. Choose a shorter period or fewer categories.</source>
        <translation>Enskilda händelser: {count} är för många för sidan, så inga visas. Välj en kortare period eller färre kategorier.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="115" />
        <source>All of this group</source>
        <translation>Hela gruppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/incident_page.py" line="135" />
        <location filename="../est_plugin/export/incident_page.py" line="130" />
        <source>Not known</source>
        <translation>Inte känt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="28" />
        <source>From, m</source>
        <translation>Från, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="29" />
        <source>To, m</source>
        <translation>Till, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="94" />
        <location filename="../est_plugin/layers/form_fields.py" line="125" />
        <location filename="../est_plugin/export/lighting_page.py" line="30" />
        <source>Length, m</source>
        <translation>Längd, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="134" />
        <location filename="../est_plugin/layers/form_fields.py" line="150" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="226" />
        <location filename="../est_plugin/export/walk_pages.py" line="116" />
        <location filename="../est_plugin/export/rhythm_page.py" line="111" />
        <location filename="../est_plugin/export/lighting_page.py" line="31" />
        <source>Light</source>
        <translation>Ljus</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="32" />
        <source>Nearest lamp, m</source>
        <translation>Närmaste lampa, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="33" />
        <source>Broken lamps</source>
        <translation>Trasiga lampor</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="85" />
        <location filename="../est_plugin/processing/darkstretches.py" line="89" />
        <location filename="../est_plugin/export/walk_report_words.py" line="41" />
        <location filename="../est_plugin/export/walk_pages.py" line="112" />
        <location filename="../est_plugin/export/lighting_page.py" line="35" />
        <source>Route</source>
        <translation>Rutt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="44" />
        <source>Stretches along the route</source>
        <translation>Sträckor längs rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="111" />
        <location filename="../est_plugin/processing/darkstretches.py" line="76" />
        <location filename="../est_plugin/gui/walk_lighting.py" line="109" />
        <location filename="../est_plugin/gui/walk_lighting.py" line="94" />
        <location filename="../est_plugin/export/lighting_page.py" line="47" />
        <source>Dark stretches</source>
        <translation>Mörka sträckor</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="61" />
        <source>Not known: {unknown} m. There the lamp register does not reach, which does not mean that it is dark.</source>
        <translation>Okänt: {unknown} m. Dit når inte lampregistret, vilket inte betyder att det är mörkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="69" />
        <source>Along {assumed} m the light comes only from lamps of which the register does not say whether they work. They count as working: look at them on the walk.</source>
        <translation>Längs {assumed} m kommer ljuset bara från lampor där registret inte säger om de fungerar. De räknas som hela: titta på dem under vandringen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="80" />
        <source>The first {shown} stretches are listed; the layer holds all.</source>
        <translation>De {shown} första sträckorna står i listan; lagret har alla.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="89" />
        <source>Nothing can be said of the light: the lamp register has no lamps where the route goes.</source>
        <translation>Inget kan sägas om ljuset: lampregistret har inga lampor där rutten går.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="96" />
        <source>Wherever the lamp register reaches, the route has a working lamp within {distance} m.</source>
        <translation>Så långt lampregistret når har rutten en fungerande lampa inom {distance} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="102" />
        <source>Without a working lamp within {distance} m: {dark} of {known} m, {share} %. Dark stretches: {count}.</source>
        <translation>Utan fungerande lampa inom {distance} m: {dark} av {known} m, {share} %. Mörka sträckor: {count}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="118" />
        <source>The walk has no time yet. Enter when it starts in its form; below is today's evening.</source>
        <translation>Vandringen har ingen tid än. Skriv i formuläret när den börjar; här nedan gäller kvällen i dag.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="124" />
        <source>At {moment} the light is: {light}.</source>
        <translation>Ljuset {moment}: {light}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="130" />
        <source>The walk starts {start} ({before}) and ends about {end} ({after}).</source>
        <translation>Vandringen börjar {start} ({before}) och slutar omkring {end} ({after}).</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="140" />
        <source>Lamps are hard to judge before {dark}: start the walk after it to see them in the dark.</source>
        <translation>Lamporna är svåra att bedöma före {dark}: börja vandringen efter det för att se dem i mörker.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="150" />
        <source>That day the sun does not set: it is never dark.</source>
        <translation>Den dagen går solen inte ner: det blir aldrig mörkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="152" />
        <source>That night it does not get dark: the twilight lasts until the sun rises again.</source>
        <translation>Den natten blir det inte mörkt: skymningen varar tills solen går upp igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="157" />
        <source>That day it is dark all day and night.</source>
        <translation>Den dagen är det mörkt hela dygnet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="161" />
        <source>That day the sun does not rise. It is dark from {dark} to {until}.</source>
        <translation>Den dagen går solen inte upp. Det är mörkt från {dark} till {until}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="165" />
        <source>The sun sets at {sunset}. It is dark from {dark} to {until}.</source>
        <translation>Solen går ner {sunset}. Det är mörkt från {dark} till {until}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="188" />
        <source>{number} without a pole id</source>
        <translation>{number} utan stolpnummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="211" />
        <source>A lamp lights, metres</source>
        <translation>En lampa lyser, meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="212" />
        <source>Where the register reaches</source>
        <translation>Så långt når registret</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="213" />
        <source>Lamps in the register</source>
        <translation>Lampor i registret</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="214" />
        <source>Of them out of order</source>
        <translation>Av dem trasiga</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="215" />
        <source>Of them not known to work</source>
        <translation>Av dem okända</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="217" />
        <source>Not in it</source>
        <translation>Ingår inte</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/result_page.py" line="79" />
        <location filename="../est_plugin/export/lighting_page.py" line="218" />
        <source>Version of the EST plugin</source>
        <translation>Insticksprogrammets version</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="220" />
        <source>Which parts of the route lie outside every circle round a working lamp? By geometry, not by sampling.</source>
        <translation>Vilka delar av rutten ligger utanför alla cirklar kring fungerande lampor? Räknat med geometri, inte med stickprov.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="224" />
        <source>between its lamps (their convex hull), within {reach} m of a lamp; elsewhere nothing is called dark</source>
        <translation>mellan lamporna (deras konvexa hölje), högst {reach} m från en lampa; på andra ställen kallas inget mörkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="228" />
        <source>after civil twilight, the sun six degrees below the horizon (equations of NOAA, after Meeus)</source>
        <translation>efter borgerlig skymning, solen sex grader under horisonten (NOAA:s formler, efter Meeus)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/lighting_page.py" line="231" />
        <source>how strong a lamp is, what shades it, and light from windows and signs: the walk shows that</source>
        <translation>hur starkt en lampa lyser, vad som skymmer den, och ljus från fönster och skyltar: det visar vandringen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/map_layers.py" line="211" />
        <source>Incidents: few to many</source>
        <translation>Händelser: få till många</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_count.py" line="61" />
        <source>Of these {going} are in progress and {late} overdue</source>
        <translation>Av dem pågår {going}, och {late} är försenade</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_count.py" line="76" />
        <source>Next: {measure}, {date}</source>
        <translation>Närmast: {measure}, {date}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_measures.py" line="48" />
        <location filename="../est_plugin/export/measure_summary.py" line="131" />
        <location filename="../est_plugin/export/measure_section.py" line="26" />
        <source>No measures are registered.</source>
        <translation>Inga åtgärder är registrerade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_section.py" line="32" />
        <source>Measures, those due first at the top</source>
        <translation>Åtgärder, tidigaste slutdatum överst</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="80" />
        <location filename="../est_plugin/layers/measure_form.py" line="17" />
        <location filename="../est_plugin/layers/form_fields.py" line="119" />
        <location filename="../est_plugin/export/measure_section.py" line="39" />
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_body.py" line="99" />
        <location filename="../est_plugin/export/near_repeat_page.py" line="54" />
        <location filename="../est_plugin/export/measure_section.py" line="39" />
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_section.py" line="49" />
        <source>Show measures with status</source>
        <translation>Visa åtgärder med status</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_section.py" line="52" />
        <source>and owner</source>
        <translation>och ansvarig</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="82" />
        <location filename="../est_plugin/export/measure_section.py" line="53" />
        <source>{shown} of {total} measures are shown.</source>
        <translation>{shown} av {total} åtgärder visas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_section.py" line="92" />
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_section.py" line="93" />
        <source>Copy measure {number} as text</source>
        <translation>Kopiera åtgärd {number} som text</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="31" />
        <location filename="../est_plugin/export/measure_signs.py" line="95" />
        <source>Lighting</source>
        <translation>Belysning</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="32" />
        <location filename="../est_plugin/export/measure_signs.py" line="96" />
        <source>Signage</source>
        <translation>Skyltning</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="69" />
        <location filename="../est_plugin/export/measure_signs.py" line="97" />
        <source>Traffic ban</source>
        <translation>Trafikförbud</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="98" />
        <source>Barrier or bollard</source>
        <translation>Bom eller pollare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="99" />
        <source>Vegetation clearing</source>
        <translation>Röjning och beskärning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="100" />
        <source>Graffiti removal</source>
        <translation>Klottersanering</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="101" />
        <source>Cleaning</source>
        <translation>Städning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="102" />
        <source>Target hardening</source>
        <translation>Skalskydd, lås och larm</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="103" />
        <source>Camera</source>
        <translation>Trygghetskamera</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="104" />
        <source>Public order guard</source>
        <translation>Ordningsvakt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="105" />
        <source>Security patrol</source>
        <translation>Väktarrondering</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="106" />
        <source>Safety or place host</source>
        <translation>Trygghetsvärd eller platsvärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="107" />
        <source>Adult night walks</source>
        <translation>Nattvandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="108" />
        <source>Outreach youth work</source>
        <translation>Fältarbete</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="109" />
        <source>Joint licensing inspection</source>
        <translation>Krogtillsyn</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="110" />
        <source>Site visit with owner</source>
        <translation>Platsbesök med fastighetsägare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="111" />
        <source>Police presence</source>
        <translation>Polisnärvaro</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="112" />
        <source>Redesign or activation</source>
        <translation>Möblera om eller aktivera plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="80" />
        <location filename="../est_plugin/processing/fieldpackage.py" line="64" />
        <location filename="../est_plugin/intake/field_words.py" line="38" />
        <location filename="../est_plugin/gui/walk_page.py" line="66" />
        <location filename="../est_plugin/export/walk_plan.py" line="122" />
        <location filename="../est_plugin/export/tables.py" line="180" />
        <location filename="../est_plugin/export/paper_measures.py" line="89" />
        <location filename="../est_plugin/export/measure_signs.py" line="113" />
        <source>Safety walk</source>
        <translation>Trygghetsvandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="114" />
        <source>Information to residents</source>
        <translation>Information till boende</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="115" />
        <source>In-depth mapping</source>
        <translation>Fördjupad kartläggning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_signs.py" line="116" />
        <source>Other measure</source>
        <translation>Annan åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="58" />
        <source>In progress or on hold</source>
        <translation>Pågår eller vilar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="60" />
        <source>Rejected or handed over</source>
        <translation>Avvisad eller överlämnad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="113" />
        <source>Kind of measure</source>
        <translation>Typ av åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="115" />
        <source>In all</source>
        <translation>Totalt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_measures.py" line="100" />
        <location filename="../est_plugin/export/measure_summary.py" line="116" />
        <source>of them overdue</source>
        <translation>varav försenade</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/measure_summary.py" line="144" />
        <source>Measures by kind, and how far they have come</source>
        <translation>Åtgärder efter typ och hur långt de har kommit</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="23" />
        <source>Getis-Ord Gi*: each cell with its neighbours against chance</source>
        <translation>Getis-Ord Gi*: varje cell och dess grannar jämförs med slumpen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/method_text.py" line="25" />
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="32" />
        <location filename="../est_plugin/export/minutes.py" line="47" />
        <source>Agenda and minutes</source>
        <translation>Dagordning, protokoll</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="58" />
        <source>The situation in short</source>
        <translation>Läget i korthet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="149" />
        <location filename="../est_plugin/gui/package_choices.py" line="91" />
        <location filename="../est_plugin/gui/agenda_box.py" line="19" />
        <location filename="../est_plugin/export/minutes.py" line="60" />
        <source>Agenda</source>
        <translation>Dagordning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="119" />
        <location filename="../est_plugin/export/minutes.py" line="64" />
        <source>Decisions</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="67" />
        <source>Measures that are due or overdue</source>
        <translation>Åtgärder som ska vara klara eller är försenade</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="71" />
        <location filename="../est_plugin/export/minutes.py" line="69" />
        <source>Next meeting</source>
        <translation>Nästa möte</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="84" />
        <location filename="../est_plugin/export/minutes.py" line="73" />
        <source>Date and time</source>
        <translation>Datum och tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="87" />
        <source>Attending (functions, not names)</source>
        <translation>Närvarande (funktioner, inte namn)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="88" />
        <source>Chair (function)</source>
        <translation>Ordförande (funktion)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="89" />
        <source>Secretary (function)</source>
        <translation>Sekreterare (funktion)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="91" />
        <source>The meeting</source>
        <translation>Mötet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_overview.py" line="73" />
        <location filename="../est_plugin/export/minutes.py" line="96" />
        <source>Incidents: {count}, {change}.</source>
        <translation>Händelser: {count}, {change}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="194" />
        <location filename="../est_plugin/gui/journal_offer.py" line="119" />
        <location filename="../est_plugin/gui/history_dialog.py" line="66" />
        <location filename="../est_plugin/gui/history_dialog.py" line="62" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="80" />
        <location filename="../est_plugin/export/minutes.py" line="115" />
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="116" />
        <source>Who (function)</source>
        <translation>Vem (funktion)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="117" />
        <location filename="../est_plugin/gui/history_dialog.py" line="61" />
        <location filename="../est_plugin/export/walk_report_words.py" line="39" />
        <location filename="../est_plugin/export/near_repeat_page.py" line="55" />
        <location filename="../est_plugin/export/minutes.py" line="117" />
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/minutes.py" line="127" />
        <source>No measure is due before {day}.</source>
        <translation>Ingen åtgärd ska vara klar före {day}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_chart.py" line="43" />
        <source>Pairs of incidents, times what chance gives</source>
        <translation>Par av händelser, gånger vad slumpen ger</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_chart.py" line="46" />
        <source>Pairs of incidents by distance and time, as multiples of what chance gives.</source>
        <translation>Par av händelser efter avstånd och tid, som gånger det slumpen ger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/near_repeat_question.py" line="39" />
        <location filename="../est_plugin/export/near_repeat_page.py" line="22" />
        <source>Does it come again nearby?</source>
        <translation>Händer det igen i närheten?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="33" />
        <source>Places with a season of their own, such as a beach in summer, look like repeats too: look at when each has its incidents.</source>
        <translation>Platser med en egen säsong, till exempel en badplats på sommaren, ser också ut som upprepning: se efter när varje plats har sina händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="39" />
        <source>Reports that were put on one default point look like repeats at the same place: look at the places first.</source>
        <translation>Rapporter som lagts på en standardpunkt ser ut som upprepning på samma plats: se efter vilka platser det är först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="44" />
        <source>Known to a span of time only: {count} of {total}. They count at the middle of it.</source>
        <translation>Bara känt mellan två tider: {count} av {total}. De räknas mitt emellan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="52" />
        <source>Pairs of incidents by distance and time</source>
        <translation>Par av händelser efter avstånd och tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="56" />
        <source>Pairs</source>
        <translation>Par</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="57" />
        <source>Expected by chance</source>
        <translation>Väntat av slumpen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/near_repeat_page.py" line="59" />
        <source>Repeat</source>
        <translation>Upprepning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/observation_page.py" line="44" />
        <source>Nothing was noted on a safety walk in this period, the one before or since.</source>
        <translation>Inget har noterats på någon trygghetsvandring under perioden, den förra perioden eller därefter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/observation_page.py" line="49" />
        <source>Comments are left out: people may have written of others.</source>
        <translation>Kommentarer är inte med: någon kan ha skrivit om andra personer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/observation_page.py" line="75" />
        <source>Responsible: {name}.</source>
        <translation>Ansvarig: {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="138" />
        <location filename="../est_plugin/export/observation_page.py" line="82" />
        <source>Photo from the stop {stop}: {what}</source>
        <translation>Foto från stopp {stop}: {what}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/observation_page.py" line="89" />
        <source>Photos that had no room in the package: {count}. They are in the database.</source>
        <translation>Foton som inte fick plats i kartpaketet: {count}. De finns i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/observation_page.py" line="93" />
        <source>Photos that are missing or cannot be read: {count}.</source>
        <translation>Foton som saknas eller inte går att läsa: {count}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/output_digest.py" line="34" />
        <source>The public edition was not written.</source>
        <translation>Den offentliga utgåvan skrevs inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/output_digest.py" line="35" />
        <source>The digest does not stand for what would be published now.</source>
        <translation>Kontrollkoden stämmer inte med det som skulle publiceras nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/output_digest.py" line="36" />
        <source>Run it once without APPROVED_BY, look at what is shown and left out, and give the digest that it tells as APPROVED_DIGEST.</source>
        <translation>Kör en gång utan APPROVED_BY, läs vad som visas och utelämnas, och ange kontrollkoden som sägs som APPROVED_DIGEST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/own_template.py" line="57" />
        <location filename="../est_plugin/export/own_template.py" line="42" />
        <source>The page template {path} cannot be used.</source>
        <translation>Sidmallen {path} går inte att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/own_template.py" line="43" />
        <source>It lacks or hides what such a page needs: {missing}. Or it is of an older version.</source>
        <translation>Den saknar eller döljer det som en sådan sida måste ha: {missing}. Eller så är den från en äldre version.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/own_template.py" line="46" />
        <source>Mend it in QGIS, or remove the file: then the template that comes with EST is used.</source>
        <translation>Rätta den i QGIS eller ta bort filen: då används mallen som följer med EST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/own_template.py" line="58" />
        <source>It is no layout template of QGIS, or has no page.</source>
        <translation>Den är ingen layoutmall för QGIS eller saknar sida.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/own_template.py" line="59" />
        <source>If it is your own, remove it: then the template that comes with EST is used. If not, install the plugin again.</source>
        <translation>Ta bort den om den är din egen: då används mallen som följer med EST. Installera annars om insticksprogrammet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="66" />
        <location filename="../est_plugin/export/paper_numbers.py" line="39" />
        <location filename="../est_plugin/export/page_body.py" line="72" />
        <source>Incidents by category</source>
        <translation>Händelser per kategori</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_numbers.py" line="40" />
        <location filename="../est_plugin/export/page_body.py" line="73" />
        <source>Incidents by organisation</source>
        <translation>Händelser per organisation</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_numbers.py" line="38" />
        <location filename="../est_plugin/export/page_body.py" line="76" />
        <source>Numbers</source>
        <translation>Siffror</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_body.py" line="79" />
        <source>When it happens</source>
        <translation>När det händer</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_body.py" line="84" />
        <source>What was seen on the walks</source>
        <translation>Det som sågs på vandringarna</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="210" />
        <location filename="../est_plugin/export/readme.py" line="43" />
        <location filename="../est_plugin/export/paper.py" line="70" />
        <location filename="../est_plugin/export/page_body.py" line="85" />
        <source>What the numbers rest on</source>
        <translation>Vad siffrorna bygger på</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_body.py" line="149" />
        <source>Questions: {contact}.</source>
        <translation>Frågor: {contact}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_body.py" line="152" />
        <source>Made with the EST plugin for QGIS. Map viewer: Leaflet 1.9.4 (BSD-2-Clause).</source>
        <translation>Skapad med insticksprogrammet EST för QGIS. Kartvisare: Leaflet 1.9.4 (BSD-2-Clause).</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="40" />
        <source>From afar a measure is its number, a finished one a dot.</source>
        <translation>På håll är en åtgärd sitt nummer, en avslutad en punkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="48" />
        <source>Legend</source>
        <translation>Teckenförklaring</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="57" />
        <source>Density of incidents</source>
        <translation>Täthet av händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="69" />
        <source>Squares with incidents</source>
        <translation>Rutor med händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="57" />
        <location filename="../est_plugin/layers/form_fields.py" line="181" />
        <location filename="../est_plugin/export/page_legend.py" line="72" />
        <source>Observations</source>
        <translation>Iakttagelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="90" />
        <source>The measure's square</source>
        <translation>Åtgärdens ruta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="141" />
        <location filename="../est_plugin/export/page_legend.py" line="104" />
        <source>few</source>
        <translation>få</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="141" />
        <location filename="../est_plugin/export/page_legend.py" line="104" />
        <source>many</source>
        <translation>många</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="105" />
        <source>The map shows where incidents were reported, {period}.</source>
        <translation>Kartan visar var händelser har rapporterats, {period}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="106" />
        <source>The map shows what has become more and fewer, {period} against {before}.</source>
        <translation>Kartan visar var det har blivit fler och färre händelser, {period} mot {before}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="88" />
        <location filename="../est_plugin/export/tables.py" line="52" />
        <location filename="../est_plugin/export/page_legend.py" line="109" />
        <source>Difference</source>
        <translation>Skillnad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="117" />
        <source>This period</source>
        <translation>Den här perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="115" />
        <location filename="../est_plugin/export/page_legend.py" line="120" />
        <source>The period before</source>
        <translation>Perioden före</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="130" />
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="131" />
        <source>The map shows no density.</source>
        <translation>Kartan visar ingen täthet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_legend.py" line="142" />
        <source>The map shows a part of the incidents, with a scale of its own: {part}, {period}.</source>
        <translation>Kartan visar en del av händelserna, med en egen skala: {part}, {period}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="28" />
        <source>Map package: overview</source>
        <translation>Kartpaket: översikt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="29" />
        <source>Map package: a hotspot</source>
        <translation>Kartpaket: en hotspot</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="30" />
        <source>Map package: measures</source>
        <translation>Kartpaket: åtgärder</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="31" />
        <source>Map package: numbers</source>
        <translation>Kartpaket: siffror</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="32" />
        <source>Map package: what the numbers rest on</source>
        <translation>Kartpaket: vad siffrorna bygger på</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="33" />
        <source>Safety walk: the leader's sheet</source>
        <translation>Trygghetsvandring: ledarens blad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="34" />
        <source>Safety walk: a stop</source>
        <translation>Trygghetsvandring: ett stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="35" />
        <source>Safety walk: what goes on on the next page</source>
        <translation>Trygghetsvandring: det som fortsätter på nästa sida</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="36" />
        <source>Safety walk: the participants' map</source>
        <translation>Trygghetsvandring: deltagarnas karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="55" />
        <source>as it comes with EST</source>
        <translation>den som följer med EST</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="56" />
        <source>the organisation's</source>
        <translation>organisationens</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="57" />
        <source>your own</source>
        <translation>din egen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_templates.py" line="172" />
        <source>The page template {path} could not be stored or removed.</source>
        <translation>Sidmallen {path} kunde inte sparas eller tas bort.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_sheet.py" line="140" />
        <location filename="../est_plugin/export/walk_report.py" line="177" />
        <location filename="../est_plugin/export/page_templates.py" line="174" />
        <source>Check that you may write there, that the disk is not full and that no program has the file open.</source>
        <translation>Kontrollera att du får skriva där, att disken inte är full och att inget program har filen öppen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="21" />
        <source>Skip the map</source>
        <translation>Hoppa över kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="22" />
        <source>Tools</source>
        <translation>Verktyg</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="23" />
        <source>Whole area</source>
        <translation>Hela området</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="24" />
        <source>Show as presentation</source>
        <translation>Visa som presentation</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="83" />
        <location filename="../est_plugin/export/page_texts.py" line="25" />
        <source>Larger text</source>
        <translation>Större text</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="26" />
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="27" />
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="28" />
        <source>Colours</source>
        <translation>Färger</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="29" />
        <source>Light colours</source>
        <translation>Ljusa</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="30" />
        <source>Dark colours</source>
        <translation>Mörka</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="31" />
        <source>High contrast</source>
        <translation>Hög kontrast</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="32" />
        <source>Save the map as a picture</source>
        <translation>Spara kartan som bild</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="33" />
        <source>Copy a link to the view</source>
        <translation>Kopiera länk till vyn</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="34" />
        <source>Keyboard help</source>
        <translation>Tangentbordshjälp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/work_dialog.py" line="36" />
        <location filename="../est_plugin/gui/walk_report_done.py" line="53" />
        <location filename="../est_plugin/gui/result_window.py" line="51" />
        <location filename="../est_plugin/gui/journal_offer.py" line="89" />
        <location filename="../est_plugin/export/page_texts.py" line="76" />
        <location filename="../est_plugin/export/page_texts.py" line="35" />
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="36" />
        <source>Previous</source>
        <translation>Föregående</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="37" />
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="38" />
        <source>End presentation</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="39" />
        <source>Presentation</source>
        <translation>Presentation</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_paper.py" line="82" />
        <location filename="../est_plugin/export/walk_report_page.py" line="49" />
        <location filename="../est_plugin/export/page_texts.py" line="40" />
        <source>In short</source>
        <translation>I korthet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="42" />
        <source>Map. The same places stand in the list and the tables.</source>
        <translation>Karta. Samma platser finns i listan och tabellerna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="43" />
        <source>Map of the hotspots; they are named in the list.</source>
        <translation>Karta över hotspots. Namnen står i listan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="50" />
        <source>The moving map did not start: scripts are switched off here, or the file is damaged. The texts and the still map are whole.</source>
        <translation>Den rörliga kartan startade inte: skript är avstängda här, eller så är filen skadad. Texterna och den stilla kartan är hela.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="55" />
        <source>The data of the map are damaged, so a still map is shown. The texts are whole. Ask for the file again.</source>
        <translation>Kartans data är skadade, så en stilla karta visas. Texterna är hela. Be om filen på nytt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="59" />
        <source>The background of the map is damaged and missing. Places and texts are whole. Ask for the file again.</source>
        <translation>Kartans bakgrund är skadad och saknas. Platser och texter är hela. Be om filen på nytt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="63" />
        <source>A part of the page is damaged: some buttons do nothing. The texts are whole. Ask for the file again.</source>
        <translation>En del av sidan är skadad: några knappar gör ingenting. Texterna är hela. Be om filen på nytt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="74" />
        <source>Zoom in</source>
        <translation>Zooma in</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="75" />
        <source>Zoom out</source>
        <translation>Zooma ut</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="52" />
        <location filename="../est_plugin/export/projector_slide.py" line="95" />
        <location filename="../est_plugin/export/paper.py" line="56" />
        <location filename="../est_plugin/export/page_texts.py" line="77" />
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="78" />
        <source>North is up</source>
        <translation>Norr är uppåt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="79" />
        <source>{layer} is shown on the map.</source>
        <translation>{layer} visas på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="80" />
        <source>{layer} is hidden on the map.</source>
        <translation>{layer} är dolt på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="81" />
        <source>The map shows {name}.</source>
        <translation>Kartan visar {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="84" />
        <source>Ordinary text</source>
        <translation>Vanlig text</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="85" />
        <source>The text is {percent} per cent of the ordinary size.</source>
        <translation>Texten är {percent} procent av vanlig storlek.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="86" />
        <source>{number} of {total}</source>
        <translation>{number} av {total}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="88" />
        <source>… and {count} more in the list</source>
        <translation>… och {count} till i listan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="89" />
        <source>Copied.</source>
        <translation>Kopierat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="90" />
        <source>The browser did not let the page copy. Select the text instead.</source>
        <translation>Webbläsaren lät inte sidan kopiera. Markera texten i stället.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="91" />
        <source>The picture is saved where the browser saves files.</source>
        <translation>Bilden är sparad där webbläsaren sparar filer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="92" />
        <source>The browser could not make the picture. Print the page instead.</source>
        <translation>Webbläsaren kunde inte göra bilden. Skriv ut sidan i stället.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="98" />
        <source>with the focus on the map</source>
        <translation>när kartan är vald</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="99" />
        <source>in the presentation</source>
        <translation>i presentationen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="101" />
        <source>go to the next button, link or choice</source>
        <translation>gå till nästa knapp, länk eller val</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="102" />
        <source>choose; a place in the list is shown on the map</source>
        <translation>välj; en plats i listan visas på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="103" />
        <source>close what is open, end the presentation</source>
        <translation>stäng det som är öppet, avsluta presentationen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="104" />
        <source>move the map</source>
        <translation>flytta kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="105" />
        <source>zoom in and out</source>
        <translation>zooma in och ut</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="106" />
        <source>show the place with that number</source>
        <translation>visa platsen med det numret</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="107" />
        <source>show the whole area</source>
        <translation>visa hela området</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="108" />
        <source>next step</source>
        <translation>nästa steg</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="109" />
        <source>previous step</source>
        <translation>föregående steg</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/page_texts.py" line="110" />
        <source>first and last step</source>
        <translation>första och sista steget</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper.py" line="48" />
        <source>{made}. Internal and for paper: not for the web, since the file is not tagged for screen readers.</source>
        <translation>{made}. Internt och för papper: får inte läggas ut på webben, eftersom filen inte är taggad för skärmläsare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper.py" line="58" />
        <source>Notes from the meeting</source>
        <translation>Anteckningar från mötet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper.py" line="68" />
        <source>Questions are answered by: {contact}.</source>
        <translation>Frågor besvaras av: {contact}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_legend.py" line="38" />
        <source>Measure (no. in the list)</source>
        <translation>Åtgärd (nr i tabellen)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_measures.py" line="63" />
        <source>What the signs of the measures on the maps mean:</source>
        <translation>Vad åtgärdernas tecken på kartorna betyder:</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="161" />
        <location filename="../est_plugin/layers/measure_form.py" line="14" />
        <location filename="../est_plugin/gui/measures_page.py" line="66" />
        <location filename="../est_plugin/gui/history_words.py" line="174" />
        <location filename="../est_plugin/export/sentences.py" line="195" />
        <location filename="../est_plugin/export/public_sections.py" line="129" />
        <location filename="../est_plugin/export/public_files.py" line="108" />
        <location filename="../est_plugin/export/paper_measures.py" line="98" />
        <source>Measure</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_measures.py" line="99" />
        <source>Not finished</source>
        <translation>Att göra</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_measures.py" line="101" />
        <source>Finished</source>
        <translation>Klara</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_overview.py" line="77" />
        <source>Hotspots: {count}. {top}.</source>
        <translation>Hotspots: {count}. {top}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_overview.py" line="81" />
        <source>Measures not finished: {count}. {more}.</source>
        <translation>Ej avslutade åtgärder: {count}. {more}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="86" />
        <location filename="../est_plugin/export/tables.py" line="47" />
        <location filename="../est_plugin/export/paper_overview.py" line="131" />
        <location filename="../est_plugin/export/paper_overview.py" line="98" />
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_overview.py" line="115" />
        <source>… and {count} more: see the next page</source>
        <translation>… och {count} till: se nästa sida</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="91" />
        <location filename="../est_plugin/export/tables.py" line="55" />
        <location filename="../est_plugin/export/paper_overview.py" line="136" />
        <source>Most common category</source>
        <translation>Vanligaste kategori</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="19" />
        <location filename="../est_plugin/layers/form_fields.py" line="120" />
        <location filename="../est_plugin/layers/form_fields.py" line="78" />
        <location filename="../est_plugin/gui/walk_page.py" line="253" />
        <location filename="../est_plugin/gui/measures_page.py" line="68" />
        <location filename="../est_plugin/gui/measure_story.py" line="33" />
        <location filename="../est_plugin/gui/hotspots_page.py" line="116" />
        <location filename="../est_plugin/export/tables.py" line="152" />
        <location filename="../est_plugin/export/tables.py" line="49" />
        <location filename="../est_plugin/export/sentences.py" line="197" />
        <location filename="../est_plugin/export/public_sections.py" line="131" />
        <location filename="../est_plugin/export/public_files.py" line="110" />
        <location filename="../est_plugin/export/paper_overview.py" line="137" />
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_overview.py" line="151" />
        <source>The first {count} hotspots have pages of their own.</source>
        <translation>De första {count} hotspots har egna sidor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="175" />
        <location filename="../est_plugin/export/projector.py" line="118" />
        <location filename="../est_plugin/export/projector.py" line="87" />
        <location filename="../est_plugin/export/paper_places.py" line="62" />
        <source>{incidents} incidents</source>
        <translation>{incidents} händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="79" />
        <source>… and more</source>
        <translation>… med mera</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/projector.py" line="123" />
        <location filename="../est_plugin/export/paper_places.py" line="93" />
        <source>Status: {status}</source>
        <translation>Status: {status}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="114" />
        <source>At least {low} times as many per day as before.</source>
        <translation>Minst {low} gånger så många per dag som före.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="116" />
        <source>At most {high} times as many per day as before.</source>
        <translation>Högst {high} gånger så många per dag som före.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="118" />
        <source>Between {low} and {high} times as many per day as before.</source>
        <translation>Mellan {low} och {high} gånger så många per dag som före.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="121" />
        <source>Chance makes this uncertain, and it is rather too high: the place was chosen because it had many now.</source>
        <translation>Slumpen gör talen osäkra, och de är snarare för höga: platsen valdes för att den hade många nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="130" />
        <source>Why here, as far as is known:</source>
        <translation>Varför här, så långt det är känt:</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="135" />
        <source>… and {count} more: see the web page</source>
        <translation>… och {count} till: se webbsidan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="142" />
        <source>how sure: {confidence}</source>
        <translation>hur säkert: {confidence}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="153" />
        <source>… and {count} more: see the list of measures</source>
        <translation>… och {count} till: se åtgärdslistan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sections.py" line="129" />
        <location filename="../est_plugin/export/projector.py" line="131" />
        <location filename="../est_plugin/export/paper_places.py" line="156" />
        <source>Measures here:</source>
        <translation>Åtgärder här:</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/projector.py" line="129" />
        <location filename="../est_plugin/export/paper_places.py" line="158" />
        <source>No measure is flagged for this place.</source>
        <translation>Ingen åtgärd är kopplad till platsen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/paper_places.py" line="160" />
        <source>Measures here: {count}, of them finished: {finished}</source>
        <translation>Åtgärder här: {count}, därav klara: {finished}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/rhythm_question.py" line="59" />
        <location filename="../est_plugin/export/rhythm_page.py" line="33" />
        <location filename="../est_plugin/export/paper_places.py" line="169" />
        <source>When does it happen?</source>
        <translation>När händer det?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/pictures.py" line="205" />
        <source>A map picture could not be made.</source>
        <translation>En kartbild kunde inte göras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/pictures.py" line="206" />
        <source>Qt cannot write {kind}, or there is too little memory.</source>
        <translation>Qt kan inte skriva {kind}, eller så räcker inte minnet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/pictures.py" line="207" />
        <source>Close other programs and try again.</source>
        <translation>Stäng andra program och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/place_name.py" line="14" />
        <source>Place {number}</source>
        <translation>Plats {number}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/place_rhythm_chart.py" line="41" />
        <source>Dark is more than the mean of the week.</source>
        <translation>Mörkt är mer än veckans medelvärde.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/place_rhythm_chart.py" line="44" />
        <source>Framed: more than chance gives.</source>
        <translation>Inramat: mer än slumpen ger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_densities.py" line="79" />
        <source>Saturday and Sunday</source>
        <translation>Lördag och söndag</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_extent.py" line="53" />
        <source>There is nothing to put on the map of the package.</source>
        <translation>Det finns inget att visa på paketets karta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_extent.py" line="54" />
        <source>The period has no incidents, and there are no hotspots, measures or walks.</source>
        <translation>Perioden har inga händelser, och det finns inga hotspots, åtgärder eller vandringar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_extent.py" line="57" />
        <source>Choose another period, or import the reports first.</source>
        <translation>Välj en annan period eller importera rapporterna först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/planner.py" line="127" />
        <location filename="../est_plugin/export/plan_incidents.py" line="33" />
        <source>Not stated</source>
        <translation>Inte angivet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_incidents.py" line="63" />
        <source>Other</source>
        <translation>Övrigt</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_meeting.py" line="28" />
        <source>Meeting of the operative group</source>
        <translation>Möte med den operativa gruppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_meeting.py" line="29" />
        <source>Meeting of the strategic group</source>
        <translation>Möte med den strategiska gruppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_meeting.py" line="30" />
        <source>Meeting with residents</source>
        <translation>Möte med invånarna</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_meeting.py" line="31" />
        <source>Meeting of the local council</source>
        <translation>Möte med det lokala rådet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_meeting.py" line="65" />
        <source>There is no agenda called {name}.</source>
        <translation>Det finns ingen dagordning som heter {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_meeting.py" line="66" />
        <source>Choose one of these: {names}.</source>
        <translation>Välj någon av dessa: {names}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="122" />
        <location filename="../est_plugin/export/plan_observations.py" line="66" />
        <source>Feeling: {mark} of 5 (1 unsafe, 5 safe)</source>
        <translation>Känsla: {mark} av 5 (1 otryggt, 5 tryggt)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_signs.py" line="36" />
        <source>A text cannot be written to a file.</source>
        <translation>En text kan inte skrivas till en fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_signs.py" line="37" />
        <source>It holds half a sign, after: {text}</source>
        <translation>Den innehåller ett halvt tecken, efter: {text}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_signs.py" line="38" />
        <source>Write the summary, the contact or the title in question again and try again.</source>
        <translation>Skriv om sammanfattningen, kontakten eller titeln det gäller och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/plan_walks.py" line="23" />
        <source>Safety walk {number}</source>
        <translation>Trygghetsvandring {number}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/planner.py" line="112" />
        <source>Bandwidth of the density in metres</source>
        <translation>Täthetens bandbredd i meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="23" />
        <source>Operative group</source>
        <translation>Operativ grupp</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="24" />
        <source>Strategic group</source>
        <translation>Strategisk grupp</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="25" />
        <source>Residents</source>
        <translation>Invånare</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="79" />
        <location filename="../est_plugin/processing/exportpackage.py" line="112" />
        <location filename="../est_plugin/export/preset.py" line="29" />
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="30" />
        <source>Tables for Excel</source>
        <translation>Tabeller för Excel</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="31" />
        <source>Pictures for a projector</source>
        <translation>Bilder för projektor</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="33" />
        <source>Observations of the walks</source>
        <translation>Iakttagelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="34" />
        <source>GeoPackage for QGIS</source>
        <translation>GeoPackage för QGIS</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="128" />
        <source>Operative group, every second week</source>
        <translation>Operativ grupp, varannan vecka</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="129" />
        <source>Strategic group, every second month</source>
        <translation>Strategisk grupp, varannan månad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/preset.py" line="130" />
        <source>Residents, twice a year</source>
        <translation>Invånare, två gånger om året</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/projector_slide.py" line="144" />
        <source>… and {count} more</source>
        <translation>… och {count} till</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/export/proposed_walk.py" line="28" />
        <source>{metres} m, {minutes} minutes, %n stop(s).</source>
        <translation>
            <numerusform>{metres} m, {minutes} minuter, %n stopp.</numerusform>
            <numerusform>{metres} m, {minutes} minuter, %n stopp.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="32" />
        <source>That is longer than the usual hour and a half.</source>
        <translation>Det är längre än den vanliga en och en halv timmen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="34" />
        <source>No order of the stops is better.</source>
        <translation>Ingen ordning av stoppen är bättre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="36" />
        <source>The order is good: no single change of it is better.</source>
        <translation>Ordningen är bra: ingen enskild ändring gör den bättre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="42" />
        <source>The streets say nothing about light.</source>
        <translation>Gatorna säger inget om ljus.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="43" />
        <source>Lit {lit} m, unlit {unlit} m, unknown {unknown} m.</source>
        <translation>Belyst {lit} m, obelyst {unlit} m, okänt {unknown} m.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="50" />
        <source>No time for: {names}.</source>
        <translation>Hinns inte med: {names}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="52" />
        <source>No other choice of stops that fits matters more.</source>
        <translation>Inget annat urval som ryms väger tyngre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="54" />
        <source>The stops that matter least were left out one by one.</source>
        <translation>De stopp som väger minst uteslöts ett i taget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="57" />
        <source>No street leads to: {names}.</source>
        <translation>Ingen gata leder till: {names}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/proposed_walk.py" line="63" />
        <source>Streets not walked along: {reasons}.</source>
        <translation>Gator som inte används: {reasons}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/export/proposed_walk.py" line="72" />
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} och %n till</numerusform>
            <numerusform>{names} och %n till</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="62" />
        <source>The layer {layer} cannot be the background of a public edition.</source>
        <translation>Lagret {layer} kan inte vara bakgrund i en offentlig utgåva.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="64" />
        <source>Hide it. The town map of the database, a map service, and layers of areas or lines that are not made of EST's data may be the background.</source>
        <translation>Dölj det. Databasens karta över orten, en karttjänst och lager med ytor eller linjer som inte är gjorda av EST:s uppgifter får vara bakgrund.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="77" />
        <source>Its style reads other layers.</source>
        <translation>Dess stil läser andra lager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="80" />
        <source>It draws rows of an EST database themselves.</source>
        <translation>Det ritar rader ur en EST-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="82" />
        <source>It was made by EST.</source>
        <translation>Det är gjort av EST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="130" />
        <location filename="../est_plugin/export/public_background.py" line="91" />
        <source>What such a layer draws cannot be told.</source>
        <translation>Det går inte att veta vad ett sådant lager ritar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="128" />
        <source>It is a copy in the memory, a query, or a layer made of other layers.</source>
        <translation>Det är en kopia i minnet, en fråga eller ett lager som är gjort av andra lager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="134" />
        <source>It draws points, and points may be incidents.</source>
        <translation>Det ritar punkter, och punkter kan vara händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_background.py" line="136" />
        <source>Something in it lies exactly where an incident lies.</source>
        <translation>Något i det ligger precis där en händelse ligger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="61" />
        <source>A public edition has no such files.</source>
        <translation>En offentlig utgåva har inga sådana filer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="64" />
        <source>It holds an id that joins to the database.</source>
        <translation>Den innehåller ett id som leder till databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="66" />
        <source>It holds the reference of a report.</source>
        <translation>Den innehåller en rapports ärendenummer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="68" />
        <source>It holds the place of an incident.</source>
        <translation>Den innehåller platsen för en händelse.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="70" />
        <source>It names a category that is never published.</source>
        <translation>Den nämner en kategori som aldrig publiceras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="81" />
        <source>A square has too few addresses or incidents.</source>
        <translation>En ruta har för få adresser eller händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="180" />
        <location filename="../est_plugin/export/public_check.py" line="166" />
        <source>A square says more than its step.</source>
        <translation>En ruta säger mer än sitt steg.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="169" />
        <source>A measure says more of its place than its square.</source>
        <translation>En åtgärd säger mer om sin plats än sin ruta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="171" />
        <source>It holds places that a public edition never shows.</source>
        <translation>Den innehåller platser som en offentlig utgåva aldrig visar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="194" />
        <source>The public edition was not handed out because of {file}.</source>
        <translation>Den offentliga utgåvan lämnades inte ut på grund av {file}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_check.py" line="196" />
        <source>Look through the summary and the public texts of the measures. If nothing there is wrong, report this; do not hand out the files another way.</source>
        <translation>Gå igenom sammanfattningen och åtgärdernas offentliga texter. Är inget fel där, rapportera detta; lämna inte ut filerna på annat sätt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="47" />
        <source>[write the function to ask here]</source>
        <translation>[skriv här vilken funktion man kan fråga]</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="49" />
        <source>For the accessibility statement (to paste and to look through)</source>
        <translation>Till tillgänglighetsredogörelsen (att klistra in och gå igenom)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="50" />
        <source>The page “Situation picture {municipality}, {period}” has a map. Maps are exempt from the law on accessibility to digital public service (2018:1937, section 9). The page is made so that nobody needs the map: everything that it shows stands as text in a list and in tables on the same page.</source>
        <translation>Sidan ”Lägesbild {municipality}, {period}” har en karta. Kartor är undantagna från lagen (2018:1937) om tillgänglighet till digital offentlig service (9 §). Sidan är gjord så att ingen behöver kartan: allt som den visar står som text i en lista och i tabeller på samma sida.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="56" />
        <source>The rest of the page is made to follow WCAG 2.1 level AA: headings in order, tables with headings, all functions by keyboard, text that can be enlarged, contrast, and no meaning by colour alone. The map itself can be moved by keyboard, but is not described to screen readers place by place; the list is.</source>
        <translation>Resten av sidan är gjord för att följa WCAG 2.1 nivå AA: rubriker i ordning, tabeller med rubriker, alla funktioner med tangentbord, text som kan förstoras, kontrast, och ingen betydelse med enbart färg. Själva kartan kan flyttas med tangentbord men beskrivs inte plats för plats för skärmläsare; det gör listan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="62" />
        <source>If you cannot take part of something, tell {contact}. You get the content in another way. If you are not satisfied with the answer you can report it to the authority that supervises the law.</source>
        <translation>Om du inte kan ta del av något, säg till {contact}. Du får innehållet på ett annat sätt. Är du inte nöjd med svaret kan du anmäla det till den myndighet som har tillsyn över lagen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="80" />
        <source>Nearest</source>
        <translation>Närmast</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="81" />
        <source>East, south-west corner</source>
        <translation>Öst, sydvästra hörnet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="82" />
        <source>North, south-west corner</source>
        <translation>Nord, sydvästra hörnet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_files.py" line="83" />
        <source>Side in metres</source>
        <translation>Sida i meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="130" />
        <location filename="../est_plugin/export/public_files.py" line="109" />
        <source>What is done</source>
        <translation>Vad som görs</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="61" />
        <location filename="../est_plugin/export/public_sections.py" line="132" />
        <location filename="../est_plugin/export/public_files.py" line="111" />
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="70" />
        <location filename="../est_plugin/export/sentences.py" line="199" />
        <location filename="../est_plugin/export/public_sections.py" line="133" />
        <location filename="../est_plugin/export/public_files.py" line="112" />
        <source>Due</source>
        <translation>Slutdatum</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_plan.py" line="80" />
        <source>Square {number}</source>
        <translation>Ruta {number}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_plan.py" line="86" />
        <source>Other categories together</source>
        <translation>Övriga kategorier tillsammans</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_reading.py" line="134" />
        <source>A public edition tells of a whole calendar month, tertial or half-year that is over. From periods that overlap one can work out what each of them leaves out.</source>
        <translation>En offentlig utgåva gäller en hel kalendermånad, ett helt tertial eller ett helt halvår som är slut. Av perioder som överlappar går det att räkna ut vad var och en av dem utelämnar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_reading.py" line="139" />
        <source>Choose a month, a tertial (January–April, May–August, September–December) or a half-year that is over.</source>
        <translation>Välj en månad, ett tertial (januari–april, maj–augusti, september–december) eller ett halvår som är slut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_reading.py" line="149" />
        <source>A public edition takes no filter.</source>
        <translation>En offentlig utgåva kan inte filtreras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_reading.py" line="150" />
        <source>From the same squares with and without some categories or organisations one can work out single incidents.</source>
        <translation>Av samma rutor med och utan vissa kategorier eller organisationer går det att räkna ut enskilda händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_reading.py" line="155" />
        <source>Show all categories and all organisations, then try again.</source>
        <translation>Visa alla kategorier och alla organisationer och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="24" />
        <source>Squares on the map</source>
        <translation>Rutor på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="28" />
        <source>decided, under way or done</source>
        <translation>beslutade, pågående eller utförda</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="42" />
        <source>No square can be shown without telling of single persons.</source>
        <translation>Ingen ruta kan visas utan att peka ut någon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="64" />
        <source>What you told, what we saw and did</source>
        <translation>Vad ni berättade, vad vi såg och gjorde</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="67" />
        <source>What the map shows, and what it does not</source>
        <translation>Vad kartan visar, och vad den inte visar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="97" />
        <source>the municipality</source>
        <translation>kommunen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="99" />
        <source>Is something on this page hard to read or to use? Tell {contact}, who will give you the content in another way. All that the map shows stands in the list and the tables.</source>
        <translation>Är något på sidan svårt att läsa eller använda? Säg till {contact}, så får du innehållet på ett annat sätt. Allt som kartan visar står i listan och tabellerna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="110" />
        <source>Categories are not told of here: the table would tell what single squares hold.</source>
        <translation>Kategorierna anges inte här: tabellen skulle säga vad enskilda rutor innehåller.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="119" />
        <source>All squares that are shown together; of single squares it is not told</source>
        <translation>Alla rutor som visas tillsammans; för enskilda rutor anges det inte</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="97" />
        <location filename="../est_plugin/export/public_sections.py" line="125" />
        <source>No measures are told of in this edition.</source>
        <translation>Inga åtgärder redovisas i den här utgåvan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_sections.py" line="136" />
        <source>Measures that are decided, under way or done</source>
        <translation>Åtgärder som är beslutade, pågår eller är utförda</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="23" />
        <source>{number} incidents or more</source>
        <translation>{number} händelser eller fler</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="24" />
        <source>{span} incidents</source>
        <translation>{span} händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="29" />
        <source>square of {side}</source>
        <translation>ruta på {side}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="40" />
        <source>too few to tell how many incidents they hold together</source>
        <translation>för få för att ange hur många händelser de har tillsammans</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="41" />
        <source>about {total} incidents in the squares that are shown</source>
        <translation>omkring {total} händelser i rutorna som visas</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="60" />
        <source>What you have told us</source>
        <translation>Vad ni har berättat</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="166" />
        <location filename="../est_plugin/export/public_texts.py" line="61" />
        <source>What we saw</source>
        <translation>Det vi såg</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="62" />
        <source>What we did</source>
        <translation>Vad vi gjorde</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="63" />
        <source>What we could not do</source>
        <translation>Vad vi inte kunde göra</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="71" />
        <source>Residents, the municipality and others have reported incidents in {municipality}, {period}.</source>
        <translation>Boende, kommunen och andra har rapporterat händelser i {municipality}, {period}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="79" />
        <source>No square has incidents and people enough to be shown without telling of single persons.</source>
        <translation>Ingen ruta har så många händelser och boende att den kan visas utan att peka ut någon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="82" />
        <source>The map has {squares} squares: {total}.</source>
        <translation>Kartan har {squares} rutor: {total}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="89" />
        <source>Most common: {categories} ({level}).</source>
        <translation>Vanligast: {categories} ({level}).</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="99" />
        <source>Measures done: {done}. Decided or under way: {open}.</source>
        <translation>Utförda åtgärder: {done}. Beslutade eller pågående: {open}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="108" />
        <source>The numbers are reports that organisations have made, not all that happened. More reports may mean more reporting.</source>
        <translation>Siffrorna är rapporter som organisationer har lämnat, inte allt som har hänt. Fler rapporter kan betyda att fler rapporterar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="113" />
        <source>A square of 250 m is shown if it has at least {addresses} addresses and {incidents} incidents. If one of four squares side by side has fewer, the four are shown as one of 500 m, or not at all. So nobody can be pointed out. How many incidents a square has is told in four steps.</source>
        <translation>En ruta på 250 m visas om den har minst {addresses} adresser och {incidents} händelser. Har en av fyra rutor intill varandra färre visas de fyra som en på 500 m, eller inte alls. Så kan ingen pekas ut. Hur många händelser en ruta har anges i fyra steg.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="119" />
        <source>A white place on the map may have incidents: too few to be shown, or with too few people around. Reports whose type of place suggests a home, categories that may tell of homes or of single persons, and incidents whose place is not known well enough are not counted here.</source>
        <translation>En plats utan ruta kan ha händelser: för få för att visas, eller med för få boende omkring. Rapporter med platstyper som tyder på bostad, kategorier som kan handla om hem eller enskilda personer, och händelser vars plats inte är tillräckligt känd räknas inte här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="125" />
        <source>The colours are drawn from the squares, not from single incidents: they show no exact place.</source>
        <translation>Färgerna är ritade efter rutorna, inte efter enskilda händelser: de visar ingen exakt plats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/public_texts.py" line="131" />
        <source>A measure is drawn as the square of 250 m that it stands in, where that square is shown; never as its exact place.</source>
        <translation>En åtgärd ritas som den ruta på 250 m som den ligger i, där rutan visas; aldrig på sin exakta plats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/ranking.py" line="17" />
        <source>In the order of how many more incidents a place has than an average area as large, not of how many in all.</source>
        <extracomment>A large place with the most incidents may stand below a small one.</extracomment>
        <translation>I ordning efter hur många fler händelser platsen har än en genomsnittlig yta av samma storlek, inte efter hur många den har totalt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/ranking.py" line="37" />
        <source>The change of a place is not judged: it is on the list because much was reported there now, and then there was often less before.</source>
        <translation>Förändringen på en plats bedöms inte: platsen står på listan för att mycket rapporterades där nu, och då var det oftast färre före.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="32" />
        <source>1. Open {page} with a double click. It needs no network.</source>
        <translation>1. Öppna {page} med dubbelklick. Det behövs inget nätverk.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="33" />
        <source>2. It shows the situation in {municipality}, {period}.</source>
        <translation>2. Den visar läget i {municipality}, {period}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="38" />
        <source>The files:</source>
        <translation>Filerna:</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="47" />
        <source>{made}. Questions: {contact}.</source>
        <translation>{made}. Frågor: {contact}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="49" />
        <source>the map manager of the municipality</source>
        <translation>kommunens kartansvariga</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="59" />
        <source>the map page, for the web and for any browser</source>
        <translation>kartsidan, för webben och för alla webbläsare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="61" />
        <source>the map page, for any browser</source>
        <translation>kartsidan, för alla webbläsare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="64" />
        <source>for paper; not for the web</source>
        <translation>för papper, inte för webben</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="68" />
        <source>agenda and minutes to fill in, for Word or LibreOffice</source>
        <translation>dagordning och protokoll att fylla i, för Word eller LibreOffice</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="71" />
        <source>pictures for a projector or a presentation</source>
        <translation>bilder för projektor eller presentation</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="73" />
        <source>tables for Excel, and how they were reckoned</source>
        <translation>tabeller för Excel, och hur de har räknats fram</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="75" />
        <source>tables for Excel</source>
        <translation>tabeller för Excel</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="76" />
        <source>a text for the accessibility statement of the web</source>
        <translation>en text till webbplatsens tillgänglighetsredogörelse</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="80" />
        <source>the layers for QGIS; for the working group only</source>
        <translation>lagren för QGIS, bara för arbetsgruppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/readme.py" line="82" />
        <source>checksums, which tell whether a file was changed</source>
        <translation>kontrollsummor, som visar om en fil har ändrats</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="81" />
        <source>{file} was not handed out: its programs are not those of the plugin.</source>
        <translation>{file} lämnades inte ut: dess program är inte tilläggets egna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="82" />
        <source>Something has changed the page while it was made.</source>
        <translation>Något har ändrat sidan medan den gjordes.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="83" />
        <source>Try again. If it happens again, install the plugin again.</source>
        <translation>Försök igen. Händer det igen, installera om tillägget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="122" />
        <source>{file} was not handed out: it does not say its information class.</source>
        <translation>{file} lämnades inte ut: den säger inte vilken informationsklass den har.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="123" />
        <source>A template may have lost the line, or a text in it.</source>
        <translation>Raden kan saknas i en sidmall, eller en text i den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="124" />
        <source>Take back the template that the plugin came with, or put the line into yours.</source>
        <translation>Ta tillbaka sidmallen som följde med insticksprogrammet, eller lägg in raden i er egen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/recount.py" line="135" />
        <source>It holds {found} rows or pages where {expected} were to be written.</source>
        <translation>Den innehåller {found} rader eller sidor där {expected} skulle skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/request.py" line="50" />
        <source>E-mail (150 dpi)</source>
        <translation>E-post (150 dpi)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/request.py" line="51" />
        <source>Meeting (200 dpi)</source>
        <translation>Möte (200 dpi)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/request.py" line="52" />
        <source>Print (300 dpi)</source>
        <translation>Tryck (300 dpi)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/request.py" line="90" />
        <source>A map package needs a period.</source>
        <translation>Ett kartpaket behöver en period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="128" />
        <location filename="../est_plugin/processing/accuracy.py" line="124" />
        <location filename="../est_plugin/export/request.py" line="91" />
        <source>Choose a first and a last day.</source>
        <translation>Välj en första och en sista dag.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_page.py" line="21" />
        <location filename="../est_plugin/export/result_page.py" line="72" />
        <source>Method</source>
        <translation>Metod</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="41" />
        <source>Time of day</source>
        <translation>Klockslag</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="44" />
        <source>Times the mean</source>
        <translation>Gånger medelvärdet</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="49" />
        <source>Incidents by weekday and time of day, as multiples of the mean: dark is more.</source>
        <translation>Händelser efter veckodag och klockslag, som gånger medelvärdet: mörkt är fler.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="53" />
        <source>Framed: the hours that hold more than chance gives.</source>
        <translation>Inramat: timmarna som har fler än slumpen ger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="84" />
        <source>Incidents per hour</source>
        <translation>Händelser per timme</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="85" />
        <source>The line: incidents per hour through the week. Were all times known, the pale band would hold the true value in 95 cases of 100, each hour by itself.</source>
        <translation>Linjen: händelser per timme genom veckan. Om alla tider vore kända skulle det bleka bandet rymma det sanna värdet i 95 fall av 100, varje timme för sig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_chart.py" line="105" />
        <source>Incidents per 30 days in each month. Were all times known, the lines would hold the true value in 95 cases of 100.</source>
        <translation>Händelser per 30 dagar i varje månad. Om alla tider vore kända skulle strecken rymma det sanna värdet i 95 fall av 100.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_section.py" line="32" />
        <location filename="../est_plugin/export/rhythm_page.py" line="58" />
        <source>This says when it happens, not why: more people may be out then.</source>
        <translation>Det här säger när det händer, inte varför: fler kan vara ute då.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="69" />
        <source>Only the day is known: {count} of {total}. They are spread over all hours of that day, and no test counts them.</source>
        <translation>Bara dagen är känd: {count} av {total}. De sprids över dagens alla timmar och räknas inte i något test.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="77" />
        <source>Known to a span of more than two hours only: {count} of {total}, of them {days} to more than 24 hours. Spread over their span, they also show when people left and came back; in the busiest hours of the first sentence only those count that lie wholly in them.</source>
        <translation>Tiden är bara känd på mer än två timmar när: {count} av {total}, av dem {days} på mer än 24 timmar när. Utspridda visar de också när folk gick och kom tillbaka; i första meningens timmar räknas bara de som helt ligger i dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="86" />
        <source>With an end before the beginning: {count} of {total}. They count at their beginning.</source>
        <translation>Med ett slut före början: {count} av {total}. De räknas vid sin början.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="100" />
        <source>Incidents by weekday and time of day</source>
        <translation>Händelser efter veckodag och klockslag</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="112" />
        <source>Twilight</source>
        <translation>Skymning och gryning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="117" />
        <source>Time of day unknown</source>
        <translation>Okänt klockslag</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="119" />
        <source>Light and dark</source>
        <translation>Ljus och mörker</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_page.py" line="123" />
        <source>Share of the hours of the same days (%)</source>
        <translation>Andel av samma dagars timmar (%)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/rhythm_section.py" line="23" />
        <source>No incidents in the period.</source>
        <translation>Inga händelser i perioden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sections.py" line="32" />
        <source>Measures not finished</source>
        <translation>Ej avslutade åtgärder</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sections.py" line="45" />
        <source>No hotspots are stored for the period.</source>
        <translation>Inga hotspots är sparade för perioden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sections.py" line="108" />
        <source>No safety walks are registered.</source>
        <translation>Inga trygghetsvandringar är registrerade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sections.py" line="140" />
        <location filename="../est_plugin/export/sections.py" line="139" />
        <source>Copy the table</source>
        <translation>Kopiera tabellen</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="25" />
        <source>May be passed on.</source>
        <translation>Får spridas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="26" />
        <source>For those who take part in the work. Not for the web.</source>
        <translation>För dem som deltar i samverkan. Får inte läggas ut på webben.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="27" />
        <source>For those invited to the meeting only. Do not pass it on.</source>
        <translation>Bara för dem som är kallade till mötet. Skicka inte vidare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="28" />
        <source>For named receivers only. Do not copy it or pass it on.</source>
        <translation>Bara för namngivna mottagare. Får inte kopieras eller skickas vidare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="34" />
        <source>Situation picture {municipality}</source>
        <translation>Lägesbild {municipality}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="61" />
        <source>{before} and {last_year}</source>
        <translation>{before} och {last_year}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="78" />
        <source>cannot be compared with last year: {reason}</source>
        <translation>går inte att jämföra med förra året: {reason}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="81" />
        <source>{change} against last year ({count})</source>
        <translation>{change} mot förra året ({count})</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="98" />
        <source>Information class: {label}</source>
        <translation>Informationsklass: {label}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="106" />
        <source>It holds single incidents. Do not pass it on.</source>
        <translation>Innehåller enskilda händelser. Lämna det inte vidare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="109" />
        <source>{edition}: {sharing}</source>
        <translation>{edition}: {sharing}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="115" />
        <source>Incidents until {day}</source>
        <translation>Händelser till och med {day}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="122" />
        <source>The status of measures is as it stood in the database when the package was made</source>
        <translation>Åtgärdernas status är som den stod i databasen när paketet gjordes</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="127" />
        <source>overdue is counted on {day}</source>
        <translation>försenade är räknat den {day}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="141" />
        <source>cannot be compared with the period before</source>
        <translation>går inte att jämföra med perioden före</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="143" />
        <source>{change} against the period before ({count})</source>
        <translation>{change} mot perioden före ({count})</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="152" />
        <source>None are stored for the period.</source>
        <translation>Inga är sparade för perioden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="154" />
        <source>At the top of the list: {name} ({incidents} incidents)</source>
        <translation>Överst på listan: {name} ({incidents} händelser)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="163" />
        <source>{change}, before: {before}</source>
        <translation>{change}, före: {before}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="180" />
        <source>Most common: {category}</source>
        <translation>Vanligast: {category}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="186" />
        <source>overdue</source>
        <translation>försenad</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="196" />
        <source>Place or title</source>
        <translation>Plats eller rubrik</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="69" />
        <location filename="../est_plugin/export/tables.py" line="185" />
        <location filename="../est_plugin/export/sentences.py" line="198" />
        <source>Owner</source>
        <translation>Ansvarig</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="100" />
        <location filename="../est_plugin/gui/situation_page.py" line="87" />
        <location filename="../est_plugin/gui/hotspots_page.py" line="115" />
        <location filename="../est_plugin/export/sentences.py" line="209" />
        <source>Change</source>
        <translation>Förändring</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="219" />
        <source>{km} km</source>
        <translation>{km} km</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="221" />
        <source>{minutes} minutes</source>
        <translation>{minutes} minuter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="222" />
        <source>stops: {stops}</source>
        <translation>stopp: {stops}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="229" />
        <source>{crs}. The ground is plain: the database holds no map of the town, and no background was chosen.</source>
        <translation>{crs}. Kartan saknar bakgrund: databasen har ingen egen karta och ingen bakgrund är vald.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/sentences.py" line="235" />
        <source>{crs}. Background map: {source}.</source>
        <translation>{crs}. Bakgrundskarta: {source}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_chart.py" line="32" />
        <source>Maps</source>
        <translation>Kartor</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_chart.py" line="35" />
        <source>Hot cells in a shuffled map, all false</source>
        <translation>Heta rutor i en omblandad karta, alla falska</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_chart.py" line="39" />
        <source>Each bar: how many of the shuffled maps have so many hot cells, all of them false. Our method above, the classic one below; the farther to the left the bars stand, the less is found where nothing is.</source>
        <translation>Varje stapel: hur många av de omblandade kartorna som har så många heta rutor, alla falska. Vår metod överst, den klassiska under; ju längre till vänster staplarna står, desto mindre hittas där inget finns.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_chart.py" line="44" />
        <source>Our method: {maps} of {all} shuffled maps show a hotspot.</source>
        <translation>Vår metod: {maps} av {all} omblandade kartor visar en hotspot.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_chart.py" line="45" />
        <source>Classic method: {maps} of {all} shuffled maps show a hotspot.</source>
        <translation>Klassisk metod: {maps} av {all} omblandade kartor visar en hotspot.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/shuffle_question.py" line="45" />
        <location filename="../est_plugin/export/shuffle_page.py" line="18" />
        <source>Would chance show a hotspot too?</source>
        <translation>Skulle slumpen också visa en hotspot?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_page.py" line="19" />
        <source>Hotspots in shuffled maps</source>
        <translation>Hotspots i omblandade kartor</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_page.py" line="22" />
        <source>Maps with a hotspot</source>
        <translation>Kartor med en hotspot</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_page.py" line="23" />
        <source>Share (95 % interval)</source>
        <translation>Andel (95 % intervall)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="79" />
        <location filename="../est_plugin/export/shuffle_page.py" line="24" />
        <source>False cells per map</source>
        <translation>Falska rutor per karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/shuffle_page.py" line="25" />
        <source>Hot cells in your own map</source>
        <translation>Heta rutor i din egen karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="68" />
        <location filename="../est_plugin/export/shuffle_page.py" line="27" />
        <source>Exact permutation of the counts</source>
        <translation>Exakt permutation av antalen</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="69" />
        <location filename="../est_plugin/export/shuffle_page.py" line="28" />
        <source>Classic z score, as in ArcGIS</source>
        <translation>Klassiskt z-värde, som i ArcGIS</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/size_check.py" line="27" />
        <source>The map page is {size} MB: an old computer opens it slowly. A calmer background map or a smaller area makes it smaller.</source>
        <translation>Kartsidan är {size} MB: en gammal dator öppnar den långsamt. En lugnare bakgrundskarta eller ett mindre område gör den mindre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/size_check.py" line="36" />
        <source>The PDF is {size} MB: that may be too much for a mailbox. The quality for e-mail makes it smaller.</source>
        <translation>PDF-filen är {size} MB: det kan vara för mycket för en brevlåda. Kvaliteten för e-post gör den mindre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/size_check.py" line="44" />
        <source>The zip is {size} MB: many mailboxes take 20 at most. Hand it over on a shared folder, or leave out pictures and photos.</source>
        <translation>Zip-filen är {size} MB: många brevlådor tar högst 20. Lämna den i en delad mapp, eller ta bort bilder och foton.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/stability.py" line="47" />
        <location filename="../est_plugin/gui/stability_question.py" line="49" />
        <location filename="../est_plugin/export/stability_page.py" line="20" />
        <source>How firm are the hotspots?</source>
        <translation>Hur stabila är hotspots?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stability_page.py" line="22" />
        <source>The search was made with three cell sizes and four positions of the grid. A hotspot that is found nearly every time does not hang on how the cells were laid; whether chance can explain it is what each search tests.</source>
        <translation>Sökningen gjordes med tre rutstorlekar och fyra lägen för rutnätet. En hotspot som hittas nästan varje gång hänger inte på hur rutorna lades; om slumpen kan förklara den prövas i varje sökning.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stability_page.py" line="32" />
        <source>Found in</source>
        <translation>Hittad i</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="90" />
        <location filename="../est_plugin/export/tables.py" line="54" />
        <location filename="../est_plugin/export/stability_page.py" line="33" />
        <source>Verdict</source>
        <translation>Bedömning</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stability_page.py" line="38" />
        <source>Grid moved (cells east / north)</source>
        <translation>Rutnätet flyttat (rutor åt öster / norr)</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stability_page.py" line="40" />
        <source>Of the list above</source>
        <translation>Av listan ovan</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stability_page.py" line="42" />
        <source>{found} of {variants}</source>
        <translation>{found} av {variants}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stability_page.py" line="77" />
        <source>The same search with other grids</source>
        <translation>Samma sökning med andra rutnät</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="207" />
        <location filename="../est_plugin/export/stop_form.py" line="78" />
        <source>Proposed measure</source>
        <translation>Föreslagen åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="22" />
        <location filename="../est_plugin/layers/form_fields.py" line="210" />
        <location filename="../est_plugin/export/walk_report_words.py" line="168" />
        <location filename="../est_plugin/export/stop_form.py" line="84" />
        <source>Responsible</source>
        <translation>Ansvarig</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/stop_form.py" line="86" />
        <source>Urgency (1 = most)</source>
        <translation>Brådska (1 = mest)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_choice.py" line="91" />
        <location filename="../est_plugin/gui/walk_report_choice.py" line="42" />
        <location filename="../est_plugin/export/stop_form.py" line="88" />
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/summary.py" line="46" />
        <source>What was reported in {municipality}, {period}, and what is done about it.</source>
        <translation>Vad som har rapporterats i {municipality}, {period}, och vad som görs åt det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/summary.py" line="52" />
        <source>{period}: {count} incidents.</source>
        <translation>{period}: {count} händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/summary.py" line="56" />
        <source>{period}: {count} incidents, {change} against the period before.</source>
        <translation>{period}: {count} händelser, {change} mot perioden före.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/summary.py" line="63" />
        <source>At the top of the list: {name} ({incidents} incidents).</source>
        <translation>Överst på listan: {name} ({incidents} händelser).</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/summary.py" line="69" />
        <source>Measures not finished: {open}, of which {going} are in progress and {late} overdue.</source>
        <translation>Ej avslutade åtgärder: {open}, varav {going} pågår och {late} är försenade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="89" />
        <location filename="../est_plugin/export/tables.py" line="53" />
        <source>Per cent</source>
        <translation>Procent</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="58" />
        <location filename="../est_plugin/export/tables.py" line="81" />
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="16" />
        <location filename="../est_plugin/gui/measures_page.py" line="67" />
        <location filename="../est_plugin/gui/history_dialog.py" line="75" />
        <location filename="../est_plugin/export/tables.py" line="84" />
        <source>Kind</source>
        <translation>Sort</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="92" />
        <source>Difference from last year</source>
        <translation>Skillnad mot förra året</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="93" />
        <source>Per cent from last year</source>
        <translation>Procent mot förra året</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="94" />
        <source>Verdict against last year</source>
        <translation>Bedömning mot förra året</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="153" />
        <source>Length in km</source>
        <translation>Längd i km</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="95" />
        <location filename="../est_plugin/export/tables.py" line="154" />
        <source>Minutes</source>
        <translation>Minuter</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="155" />
        <source>Number of stops</source>
        <translation>Antal stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="171" />
        <location filename="../est_plugin/intake/field_words.py" line="39" />
        <location filename="../est_plugin/gui/walk_report_choice.py" line="39" />
        <location filename="../est_plugin/gui/observations_panel.py" line="50" />
        <location filename="../est_plugin/gui/history_words.py" line="173" />
        <location filename="../est_plugin/export/tables.py" line="181" />
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="50" />
        <location filename="../est_plugin/export/tables.py" line="182" />
        <source>Seen</source>
        <translation>Iakttagelse</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_answers.py" line="38" />
        <location filename="../est_plugin/layers/form_fields.py" line="212" />
        <location filename="../est_plugin/layers/form_fields.py" line="205" />
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="55" />
        <location filename="../est_plugin/gui/observations_panel.py" line="50" />
        <location filename="../est_plugin/gui/answer_dialog.py" line="69" />
        <location filename="../est_plugin/gui/answer_dialog.py" line="36" />
        <location filename="../est_plugin/export/walk_report_words.py" line="167" />
        <location filename="../est_plugin/export/tables.py" line="183" />
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/tables.py" line="184" />
        <source>Reply</source>
        <translation>Svar i ord</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/shared_fields.py" line="12" />
        <location filename="../est_plugin/export/tables.py" line="214" />
        <source>Information class</source>
        <translation>Informationsklass</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="82" />
        <location filename="../est_plugin/export/tables.py" line="215" />
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="100" />
        <location filename="../est_plugin/processing/createdatabase.py" line="77" />
        <location filename="../est_plugin/gui/reading_box.py" line="49" />
        <location filename="../est_plugin/gui/new_database_dialog.py" line="56" />
        <location filename="../est_plugin/export/tables.py" line="216" />
        <source>Coordinate system</source>
        <translation>Koordinatsystem</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="83" />
        <location filename="../est_plugin/export/tables.py" line="220" />
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="63" />
        <source>The route has no stops yet. Set them on the map, or write them here.</source>
        <translation>Rutten har inga stopp än. Sätt ut dem på kartan, eller skriv dem här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="70" />
        <source>Who owns the land</source>
        <translation>Markägare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="79" />
        <source>Roles: functions, no names</source>
        <translation>Roller: funktion, inte namn</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="81" />
        <source>Local contact:</source>
        <translation>Lokal kontakt:</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="91" />
        <source>Stops and land owners</source>
        <translation>Stopp och markägare</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="249" />
        <location filename="../est_plugin/export/walk_pages.py" line="100" />
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="223" />
        <location filename="../est_plugin/export/walk_pages.py" line="102" />
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="108" />
        <location filename="../est_plugin/layers/form_fields.py" line="139" />
        <location filename="../est_plugin/export/walk_pages.py" line="106" />
        <source>Meeting point</source>
        <translation>Mötesplats</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="138" />
        <location filename="../est_plugin/export/walk_report_words.py" line="40" />
        <location filename="../est_plugin/export/walk_pages.py" line="110" />
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="66" />
        <location filename="../est_plugin/layers/form_fields.py" line="160" />
        <location filename="../est_plugin/layers/form_fields.py" line="155" />
        <location filename="../est_plugin/intake/field_words.py" line="40" />
        <location filename="../est_plugin/export/walk_report_words.py" line="42" />
        <location filename="../est_plugin/export/walk_pages.py" line="120" />
        <source>Participants</source>
        <translation>Deltagare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="129" />
        <source>Leader</source>
        <translation>Ledare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="130" />
        <source>Secretary</source>
        <translation>Sekreterare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="131" />
        <source>Photographer</source>
        <translation>Fotograf</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="132" />
        <source>Timekeeper</source>
        <translation>Tidtagare</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="156" />
        <source>Land: {owner}</source>
        <translation>Mark: {owner}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="157" />
        <source>1:{scale}, squares of 50 m</source>
        <translation>1:{scale}, rutor om 50 m</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="158" />
        <source>Ring in the answer. 0 good … 3 very lacking. Feeling: 1 unsafe … 5 safe.</source>
        <translation>Ringa in svaret. 0 bra … 3 stor brist. Känsla: 1 otrygg … 5 trygg.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="162" />
        <source>The stop has no place on the map.</source>
        <translation>Stoppet har ingen plats på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_pages.py" line="192" />
        <source>Draw on the map. Write the number of the stop before what you noted.</source>
        <translation>Rita på kartan. Skriv stoppets nummer framför det du såg.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_plan.py" line="150" />
        <source>The walk “{title}” cannot be printed.</source>
        <translation>Vandringen ”{title}” kan inte skrivas ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_plan.py" line="151" />
        <source>It has neither a route nor a stop on the map.</source>
        <translation>Den har varken en rutt eller ett stopp på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_plan.py" line="152" />
        <source>Draw its route or set its stops, save, and print it again.</source>
        <translation>Rita rutten eller sätt ut stoppen, spara och skriv ut igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="131" />
        <location filename="../est_plugin/export/walk_report.py" line="89" />
        <source>The report was not written.</source>
        <translation>Rapporten skrevs inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report.py" line="90" />
        <source>{folder} is there already, and an older report is never replaced.</source>
        <translation>{folder} finns redan, och en äldre rapport ersätts aldrig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report.py" line="91" />
        <source>Choose another name, or move the older report away.</source>
        <translation>Välj ett annat namn, eller flytta undan den äldre rapporten.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="77" />
        <location filename="../est_plugin/processing/report_output.py" line="27" />
        <location filename="../est_plugin/layers/form_fields.py" line="41" />
        <location filename="../est_plugin/export/walk_report_plan.py" line="109" />
        <location filename="../est_plugin/export/walk_report.py" line="106" />
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report.py" line="146" />
        <source>The report was not written: a text may not leave the municipality.</source>
        <translation>Rapporten skrevs inte: en text får inte lämna kommunen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report.py" line="148" />
        <source>Correct it in the form and save, or do not tick the comment; then try again.</source>
        <translation>Rätta texten i formuläret och spara, eller låt bli att kryssa i kommentaren; försök sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report.py" line="175" />
        <source>The report {folder} could not be written.</source>
        <translation>Rapporten {folder} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_paper.py" line="98" />
        <location filename="../est_plugin/export/walk_report_page.py" line="61" />
        <source>What works well</source>
        <translation>Det som fungerar bra</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_paper.py" line="74" />
        <location filename="../est_plugin/export/walk_report_page.py" line="67" />
        <source>Stop by stop</source>
        <translation>Stopp för stopp</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/export/walk_report_release.py" line="62" />
        <source>%n comment(s) and photo(s) that were ticked have been changed or taken away meanwhile, and were left out. Write a new report to look at them again.</source>
        <translation>
            <numerusform>%n ikryssad kommentar eller foto har ändrats eller tagits bort under tiden och lämnades utanför. Skriv en ny rapport för att titta på den igen.</numerusform>
            <numerusform>%n ikryssade kommentarer och foton har ändrats eller tagits bort under tiden och lämnades utanför. Skriv en ny rapport för att titta på dem igen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="29" />
        <source>Report to the participants of the safety walk</source>
        <translation>Rapport till dig som gick med på trygghetsvandringen</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="152" />
        <location filename="../est_plugin/export/walk_report_words.py" line="43" />
        <source>Next walk</source>
        <translation>Nästa vandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="51" />
        <source>The day is not set yet</source>
        <translation>Dagen är inte bestämd än</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="63" />
        <source>The group found nothing that has to be mended.</source>
        <translation>Gruppen hittade inget som behöver åtgärdas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="64" />
        <source>Things to mend or to think over: {count}. So far this has become of them:</source>
        <translation>Gruppen såg {count} saker att åtgärda eller tänka över. Så här långt har vi kommit:</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="78" />
        <source>An answer is coming</source>
        <translation>Svar kommer</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="86" />
        <source>By {day}.</source>
        <translation>Senast {day}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="121" />
        <source>{marks} and {last}</source>
        <translation>{marks} och {last}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="127" />
        <source>Nothing was noted that has to be mended.</source>
        <translation>Inget noterades som behöver åtgärdas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="133" />
        <source>Map of the route with the stops {stops}</source>
        <translation>Karta över rutten med stoppen {stops}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="145" />
        <source>Thank you for walking with us. The report was written on {day}. It tells of organisations and offices and should name no persons. Where an answer is coming, those who are responsible have not decided yet.</source>
        <translation>Tack för att du gick med! Rapporten skrevs den {day}. Den tar upp organisationer och funktioner och ska inte nämna personer. Där det står att svar kommer har den som ansvarar inte bestämt sig än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="152" />
        <source>Questions: the municipality ({name}).</source>
        <translation>Frågor: kommunen ({name}).</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_report_words.py" line="160" />
        <source>Background map: {source}</source>
        <translation>Bakgrundskarta: {source}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_sheet.py" line="138" />
        <source>The walk sheet {path} could not be written.</source>
        <translation>Vandringsbladet {path} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="48" />
        <source>stops: {count}</source>
        <translation>{count} stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="50" />
        <source>about {minutes} min</source>
        <translation>cirka {minutes} min</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="60" />
        <source>The sun does not rise that day.</source>
        <translation>Solen går inte upp den dagen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="62" />
        <source>The sun does not set that night.</source>
        <translation>Solen går inte ner den natten.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="64" />
        <source>Sunset {sunset}. It does not get quite dark.</source>
        <translation>Solen går ner {sunset}. Det blir inte riktigt mörkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="66" />
        <source>Sunset {sunset}, dark from {dark}</source>
        <translation>Solen går ner {sunset}, mörkt från {dark}</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="77" />
        <source>{people}, among them {functions}</source>
        <translation>{people}, bland dem {functions}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="176" />
        <location filename="../est_plugin/gui/answer_dialog.py" line="38" />
        <location filename="../est_plugin/export/walk_words.py" line="89" />
        <source>No answer yet</source>
        <translation>Inget svar än</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="92" />
        <source>Still there?</source>
        <translation>Finns kvar?</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="99" />
        <source>Photograph no faces and no number plates.</source>
        <translation>Fotografera inga ansikten och inga registreringsskyltar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="100" />
        <source>On private land the owner decides: ask first.</source>
        <translation>På privat mark bestämmer ägaren: fråga först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="101" />
        <source>Write functions, never names.</source>
        <translation>Skriv funktioner, aldrig namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="102" />
        <source>Keep together. In danger: go away, call 112.</source>
        <translation>Håll ihop. Vid fara: gå därifrån, ring 112.</translation>
    </message>
    <message>
        <location filename="../est_plugin/export/walk_words.py" line="109" />
        <source>Emergency 112 · Police 114 14</source>
        <translation>Nödläge 112 · Polis 114 14</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/accuracy_question.py" line="51" />
        <source>Makes the hotspot map of the period before and counts how many of the incidents of this period came where it says, beside two simpler maps.</source>
        <translation>Gör hotspotkartan för perioden före och räknar hur många av den här periodens händelser som kom där den säger, bredvid två enklare kartor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/answer_dialog.py" line="25" />
        <source>Say who has it now: those who walked want to know.</source>
        <translation>Skriv vem som har det nu: de som var med vill veta det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/answer_dialog.py" line="26" />
        <source>Say why it will not be done: those who walked want to know.</source>
        <translation>Skriv varför det inte görs: de som var med vill veta det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/answer_dialog.py" line="57" />
        <source>Give this answer</source>
        <translation>Svara</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/work_dialog.py" line="41" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="75" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="104" />
        <location filename="../est_plugin/gui/untried_question.py" line="39" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="75" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="56" />
        <location filename="../est_plugin/gui/ticked_lines.py" line="28" />
        <location filename="../est_plugin/gui/server_dialog.py" line="30" />
        <location filename="../est_plugin/gui/result_window.py" line="87" />
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="230" />
        <location filename="../est_plugin/gui/protocol_dialog.py" line="60" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="213" />
        <location filename="../est_plugin/gui/page_templates.py" line="205" />
        <location filename="../est_plugin/gui/new_database_dialog.py" line="51" />
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="59" />
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="101" />
        <location filename="../est_plugin/gui/journal_offer.py" line="104" />
        <location filename="../est_plugin/gui/history_dialog.py" line="180" />
        <location filename="../est_plugin/gui/dock.py" line="111" />
        <location filename="../est_plugin/gui/delete_action.py" line="74" />
        <location filename="../est_plugin/gui/cluster_choice.py" line="39" />
        <location filename="../est_plugin/gui/answer_dialog.py" line="59" />
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/answer_dialog.py" line="70" />
        <source>By when</source>
        <translation>Senast</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/answer_dialog.py" line="71" />
        <source>Words to those who walked</source>
        <translation>Ord till dem som var med</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/answer_dialog.py" line="102" />
        <source>The words look like they hold a number, an address or a registration mark of somebody. Everybody reads them: take it out.</source>
        <translation>Orden ser ut att innehålla någons nummer, adress eller registreringsskylt. Alla läser dem: ta bort det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/arrival_check.py" line="96" />
        <source>Checking what was saved</source>
        <translation>Kontrollerar det som sparades</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/arrival_check.py" line="170" />
        <source>{missing} of {count} changes in {layer} never reached the server.</source>
        <translation>{missing} av {count} ändringar i {layer} nådde aldrig servern.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/arrival_check.py" line="172" />
        <source>They are in the layer again, not saved. Save once more.</source>
        <translation>De ligger kvar i lagret, osparade. Spara igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/arrival_check.py" line="180" />
        <source>Put back what was not saved</source>
        <translation>Lägg tillbaka det som inte sparades</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="166" />
        <location filename="../est_plugin/gui/change_question.py" line="67" />
        <source>All incidents</source>
        <translation>Alla händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/change_question.py" line="68" />
        <source>Chosen incidents</source>
        <translation>Valda händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="250" />
        <location filename="../est_plugin/processing/change.py" line="165" />
        <location filename="../est_plugin/gui/change_question.py" line="69" />
        <source>Total</source>
        <translation>Totalt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="117" />
        <location filename="../est_plugin/gui/change_question.py" line="70" />
        <source>Categories</source>
        <translation>Kategorier</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/change_question.py" line="74" />
        <source>Compares the period with the one chosen above: rates per 30 days, how sure the change is, and which kinds of incidents have become more or fewer.</source>
        <translation>Jämför perioden med den som är vald ovan: händelser per 30 dagar, hur säker förändringen är, och vilka slags händelser som har blivit fler eller färre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="78" />
        <location filename="../est_plugin/gui/cluster_choice.py" line="26" />
        <source>Incidents this near each other are close.</source>
        <translation>Händelser som är så nära varandra räknas som nära.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="88" />
        <location filename="../est_plugin/gui/cluster_choice.py" line="30" />
        <source>So many must be close to an incident, itself included, to make it part of a core.</source>
        <translation>Så många ska ligga nära en händelse, den själv medräknad, för att den ska höra till en kärna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/cluster_choice.py" line="33" />
        <source>at any time</source>
        <translation>när som helst</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="100" />
        <location filename="../est_plugin/gui/cluster_choice.py" line="36" />
        <source>Only incidents that happened within so many days of each other are close.</source>
        <translation>Bara händelser som skedde inom så många dagar från varandra räknas som nära.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/cluster_choice.py" line="45" />
        <source>Days apart</source>
        <translation>Dagar emellan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/cluster_question.py" line="42" />
        <source>Where do incidents crowd together?</source>
        <translation>Var ligger händelserna tätt?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/cluster_question.py" line="43" />
        <source>Clusters by DBSCAN: a second view beside the hotspots that needs no grid. They are put on the map.</source>
        <translation>Kluster med DBSCAN: en andra blick bredvid hotspots, utan rutnät. De läggs på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/cluster_question.py" line="57" />
        <source>Clusters {start} – {end}</source>
        <translation>Kluster {start} – {end}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="67" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="91" />
        <location filename="../est_plugin/gui/conflict_dialog.py" line="67" />
        <location filename="../est_plugin/gui/column_table.py" line="35" />
        <source>Field</source>
        <translation>Uppgift</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="67" />
        <location filename="../est_plugin/gui/column_table.py" line="36" />
        <source>Column in the file</source>
        <translation>Kolumn i filen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/column_table.py" line="37" />
        <source>Also, or else</source>
        <translation>Dessutom, eller annars</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/column_table.py" line="38" />
        <source>First values</source>
        <translation>Första värdena</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/column_table.py" line="70" />
        <source>The time of day, if it has a column of its own.</source>
        <translation>Klockslaget, om det står i en egen kolumn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/column_table.py" line="76" />
        <source>For rows with nothing in the column, or for all if there is no column.</source>
        <translation>För rader där kolumnen är tom, eller för alla rader om det inte finns någon kolumn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/composing.py" line="39" />
        <source>Composing the PDF</source>
        <translation>Gör PDF-filen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="52" />
        <source>Others changed the same rows</source>
        <translation>Någon annan har ändrat samma rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="68" />
        <source>Mine</source>
        <translation>Mitt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="69" />
        <source>Theirs</source>
        <translation>Deras</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="79" />
        <source>Leave the row as it is</source>
        <translation>Lämna raden som den är</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="80" />
        <source>Keep mine everywhere</source>
        <translation>Behåll alla mina</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="81" />
        <source>Take theirs everywhere</source>
        <translation>Ta alla deras</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="82" />
        <source>Decide later</source>
        <translation>Avgör senare</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/untried_question.py" line="37" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="73" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="32" />
        <location filename="../est_plugin/gui/conflict_dialog.py" line="83" />
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="93" />
        <source>Nothing is saved yet and nothing is overwritten. Choose what holds in each row; click a value to choose for one field only.</source>
        <translation>Inget är sparat än och inget är överskrivet. Välj vad som ska gälla för varje rad. Klicka på ett värde om du vill välja för bara ett fält.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="175" />
        <source>deleted</source>
        <translation>borttagen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_dialog.py" line="254" />
        <source>On the map: {mine} my place, {theirs} theirs</source>
        <translation>På kartan: {mine} min plats, {theirs} deras</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_settling.py" line="78" />
        <source>Comparing with what is stored</source>
        <translation>Jämför med det som är sparat</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="36" />
        <source>Keep mine</source>
        <translation>Behåll min</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="36" />
        <source>Take theirs</source>
        <translation>Ta deras</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="38" />
        <source>Restore with my change</source>
        <translation>Återställ med min ändring</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="40" />
        <source>Leave it deleted</source>
        <translation>Låt den vara borttagen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="42" />
        <source>Delete it all the same</source>
        <translation>Ta bort den ändå</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="42" />
        <source>Keep the row</source>
        <translation>Behåll raden</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="43" />
        <source>Drop my change</source>
        <translation>Släpp min ändring</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="51" />
        <source>{who} changed the same fields {when}.</source>
        <translation>{who} ändrade samma fält {when}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="53" />
        <source>{who} deleted the row {when}. You have changed it.</source>
        <translation>{who} tog bort raden {when}. Du har ändrat den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="55" />
        <source>{who} changed the row {when}. You want to delete it.</source>
        <translation>{who} ändrade raden {when}. Du vill ta bort den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="46" />
        <location filename="../est_plugin/intake/field_words.py" line="45" />
        <location filename="../est_plugin/gui/history_words.py" line="103" />
        <location filename="../est_plugin/gui/conflict_words.py" line="64" />
        <source>Place on the map</source>
        <translation>Plats på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="163" />
        <location filename="../est_plugin/gui/conflict_words.py" line="66" />
        <source>Deleted</source>
        <translation>Borttagen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/conflict_words.py" line="89" />
        <source>about {x}, {y}</source>
        <translation>ungefär {x}, {y}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/connection_banner.py" line="31" />
        <source>Try now</source>
        <translation>Försök nu</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/connection_banner.py" line="52" />
        <source>The server answers again. Map and lists are up to date.</source>
        <translation>Servern svarar igen. Karta och listor visar det som gäller nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/connection_banner.py" line="54" />
        <source>The server answers slowly. Saving and loading take longer.</source>
        <translation>Servern svarar långsamt. Det tar längre tid att spara och hämta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/connection_banner.py" line="66" />
        <source>The server of this project's layers cannot be reached. They are shown when it answers. Trying again…</source>
        <translation>Servern som projektets lager ligger på går inte att nå. De visas när den svarar. Försöker igen …</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/connection_banner.py" line="70" />
        <source>No contact with the server since {time}. What you have drawn and changed is still here. Trying again…</source>
        <translation>Ingen kontakt med servern sedan {time}. Det du ritat och ändrat finns kvar här. Försöker igen …</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/filters.py" line="63" />
        <location filename="../est_plugin/gui/connection_watch.py" line="78" />
        <source>The map still shows the same rows as before.</source>
        <translation>Kartan visar fortfarande samma rader som förut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/whole_reading.py" line="35" />
        <location filename="../est_plugin/gui/connection_watch.py" line="79" />
        <source>The server cannot be reached.</source>
        <translation>Servern går inte att nå.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/connection_watch.py" line="80" />
        <source>Choose again when it answers.</source>
        <translation>Välj igen när den svarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/crs_choice.py" line="28" />
        <source>{crs}, the database's</source>
        <translation>{crs}, databasens</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/crs_choice.py" line="31" />
        <source>Another…</source>
        <translation>Annat…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="46" />
        <source>Open EST database</source>
        <translation>Öppna EST-databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/demodatabase.py" line="54" />
        <location filename="../est_plugin/processing/createdatabase.py" line="61" />
        <location filename="../est_plugin/processing/copydatabase.py" line="53" />
        <location filename="../est_plugin/gui/new_database_dialog.py" line="37" />
        <location filename="../est_plugin/gui/database_actions.py" line="139" />
        <location filename="../est_plugin/gui/database_actions.py" line="93" />
        <location filename="../est_plugin/gui/database_actions.py" line="48" />
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="91" />
        <source>Where to put the demo town</source>
        <translation>Var demostaden ska sparas</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="100" />
        <source>Making the demo town</source>
        <translation>Bygger demostaden</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="124" />
        <source>The window for copying cannot be opened.</source>
        <translation>Fönstret för att kopiera kan inte öppnas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="125" />
        <source>QGIS's plugin Processing is switched off.</source>
        <translation>Insticksprogrammet Processing i QGIS är avstängt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="126" />
        <source>Switch it on under Plugins, then try again.</source>
        <translation>Slå på det under Insticksprogram och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="137" />
        <source>Open a backup</source>
        <translation>Öppna en säkerhetskopia</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="143" />
        <source>Copying the backup</source>
        <translation>Kopierar säkerhetskopian</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="151" />
        <source>History…</source>
        <translation>Historik…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="43" />
        <location filename="../est_plugin/gui/database_actions.py" line="152" />
        <source>Open a database…</source>
        <translation>Öppna en databas…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="45" />
        <location filename="../est_plugin/gui/database_actions.py" line="153" />
        <source>Open a database on a server…</source>
        <translation>Öppna en databas på en server…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="154" />
        <source>Open a backup…</source>
        <translation>Öppna en säkerhetskopia…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="47" />
        <location filename="../est_plugin/gui/database_actions.py" line="155" />
        <source>Create an empty database…</source>
        <translation>Skapa en tom databas…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/database_actions.py" line="156" />
        <source>Copy the database…</source>
        <translation>Kopiera databasen…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="62" />
        <location filename="../est_plugin/gui/database_actions.py" line="157" />
        <source>Try it with the demo town…</source>
        <translation>Prova med demostaden…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/delete_action.py" line="31" />
        <source>Delete…</source>
        <translation>Ta bort…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/delete_action.py" line="39" />
        <source>Delete what is selected. It leaves the map when you save.</source>
        <translation>Ta bort det som är markerat. Det lämnar kartan när du sparar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/delete_action.py" line="70" />
        <source>Delete “{title}”?</source>
        <translation>Ta bort ”{title}”?</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/delete_action.py" line="71" />
        <source>Delete %n row(s)?</source>
        <translation>
            <numerusform>Ta bort %n rad?</numerusform>
            <numerusform>Ta bort %n rader?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/deletion.py" line="90" />
        <location filename="../est_plugin/gui/page_templates.py" line="204" />
        <location filename="../est_plugin/gui/delete_action.py" line="73" />
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/delete_action.py" line="85" />
        <source>%n stop(s) of the walk are deleted with it.</source>
        <translation>
            <numerusform>%n stopp på vandringen tas bort med den.</numerusform>
            <numerusform>%n stopp på vandringen tas bort med den.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/delete_action.py" line="87" />
        <source>%n observation(s) are deleted too.</source>
        <translation>
            <numerusform>%n iakttagelse tas också bort.</numerusform>
            <numerusform>%n iakttagelser tas också bort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/delete_action.py" line="89" />
        <source>%n other row(s) refer to this and stay.</source>
        <translation>
            <numerusform>%n annan rad hänvisar hit och blir kvar.</numerusform>
            <numerusform>%n andra rader hänvisar hit och blir kvar.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/delete_action.py" line="91" />
        <source>What is deleted leaves the map when you save; until then you can undo it.</source>
        <translation>Det du tar bort lämnar kartan när du sparar. Innan dess kan du ångra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/dock.py" line="96" />
        <source>Open or create another database</source>
        <translation>Öppna eller skapa en annan databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/dock.py" line="103" />
        <source>The manual, at the chapter of this page (F1)</source>
        <translation>Handboken, vid kapitlet om den här fliken (F1)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/dock.py" line="166" />
        <source>&lt;b&gt;EST&lt;/b&gt; – no database is open</source>
        <translation>&lt;b&gt;EST&lt;/b&gt; – ingen databas är öppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/dock.py" line="170" />
        <source>&lt;b&gt;{database}&lt;/b&gt; · {first} – {last} · {info_class}</source>
        <translation>&lt;b&gt;{database}&lt;/b&gt; · {first} – {last} · {info_class}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/drawing.py" line="128" />
        <source>The walk has no stops to move.</source>
        <translation>Vandringen har inga stopp att flytta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/drawing.py" line="129" />
        <source>None were set, or all were deleted.</source>
        <translation>Inga är utsatta, eller så är alla borttagna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/drawing.py" line="130" />
        <source>Press Set stops and click on the map.</source>
        <translation>Tryck på Sätt ut stopp och klicka på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/end_choice.py" line="39" />
        <source>Back at the start</source>
        <translation>Tillbaka vid starten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/end_choice.py" line="40" />
        <source>At a stop</source>
        <translation>Vid ett stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/end_choice.py" line="80" />
        <location filename="../est_plugin/gui/end_choice.py" line="41" />
        <source>Click on the map…</source>
        <translation>Klicka på kartan…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/end_choice.py" line="78" />
        <source>The mark on the map</source>
        <translation>Märket på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="58" />
        <source>Home from the field</source>
        <translation>Hem från fältet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="70" />
        <source>Read again</source>
        <translation>Läs igen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="73" />
        <source>Choose the folder that came back from the phone. Nothing is stored before you say so.</source>
        <translation>Välj mappen som kom tillbaka från telefonen. Inget sparas förrän du säger till.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="65" />
        <location filename="../est_plugin/gui/history_dialog.py" line="75" />
        <location filename="../est_plugin/gui/history_dialog.py" line="65" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="81" />
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="83" />
        <source>What to do</source>
        <translation>Gör så här</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_story.py" line="35" />
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="75" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="84" />
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="92" />
        <source>When it left</source>
        <translation>När den gick ut</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="93" />
        <source>In the field</source>
        <translation>I fält</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="94" />
        <source>In the office</source>
        <translation>På kontoret</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="264" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="100" />
        <source>Bring home</source>
        <translation>Hämta hem</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="80" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="111" />
        <source>Folder from the field</source>
        <translation>Mapp från fältet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="142" />
        <source>Reading what came home</source>
        <translation>Läser det som kom hem</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/field_return_dialog.py" line="192" />
        <source>Bring home %n row(s)</source>
        <translation>
            <numerusform>Hämta hem %n rad</numerusform>
            <numerusform>Hämta hem %n rader</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="225" />
        <source>Bringing the walk home</source>
        <translation>Hämtar hem vandringen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/photo_intake.py" line="100" />
        <location filename="../est_plugin/gui/field_return_dialog.py" line="233" />
        <source>Folder of the photos, shared by all</source>
        <translation>Mapp för fotona, gemensam för alla</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/field_return_dialog.py" line="239" />
        <source>%n row(s) came home from the field.</source>
        <translation>
            <numerusform>%n rad kom hem från fältet.</numerusform>
            <numerusform>%n rader kom hem från fältet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/field_return_dialog.py" line="241" />
        <source>%n photo(s) were copied without place and camera data.</source>
        <translation>
            <numerusform>%n foto kopierades utan plats och kameradata.</numerusform>
            <numerusform>%n foton kopierades utan plats och kameradata.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="245" />
        <source>No whole picture, and left out: {names}.</source>
        <translation>Inte hela bilder, och utelämnade: {names}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/field_return_dialog.py" line="250" />
        <source>%n row(s) cannot be stored and are still in the folder.</source>
        <translation>
            <numerusform>%n rad kan inte sparas och ligger kvar i mappen.</numerusform>
            <numerusform>%n rader kan inte sparas och ligger kvar i mappen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="252" />
        <source>Delete the photos on the phone, on this computer and in the cloud: they tell where and when.</source>
        <translation>Ta bort bilderna på telefonen, i mappen på datorn och i molnet: de berättar var och när de togs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="263" />
        <source>Leave it</source>
        <translation>Låt vara</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="271" />
        <source>The field's values</source>
        <translation>Fältets värden</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="272" />
        <source>The office's values</source>
        <translation>Kontorets värden</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="275" />
        <source>Delete here too</source>
        <translation>Ta bort här också</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="281" />
        <source>Walk “{title}”: nothing new. All of it is at home already.</source>
        <translation>Vandringen ”{title}”: inget nytt. Allt är redan hemma.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/field_return_dialog.py" line="286" />
        <source>Walk “{title}”. {counts}. What both sides changed stays as it is until you choose.</source>
        <translation>Vandringen ”{title}”. {counts}. Det som ändrats på båda hållen står kvar tills du väljer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="33" />
        <source>Traffic ban, stretch</source>
        <translation>Trafikförbud, sträcka</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="34" />
        <source>Traffic ban, area</source>
        <translation>Trafikförbud, område</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="35" />
        <source>Other, at a place</source>
        <translation>Övrigt, på en plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="36" />
        <source>Other, along a stretch</source>
        <translation>Övrigt, längs en sträcka</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="37" />
        <source>Other, in an area</source>
        <translation>Övrigt, i ett område</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="60" />
        <source>At the place</source>
        <translation>På platsen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="61" />
        <source>In the whole hotspot</source>
        <translation>I hela hotspoten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="62" />
        <source>Draw it on the map</source>
        <translation>Rita på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="84" />
        <source>There is no area to flag.</source>
        <translation>Det finns ingen yta att flagga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="85" />
        <source>No hotspot is selected, and nothing else has an area.</source>
        <translation>Ingen hotspot är markerad, och inget annat har en yta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/flag_menu.py" line="86" />
        <source>Choose the place instead, or draw the area on the map.</source>
        <translation>Välj platsen i stället, eller rita ytan på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/found_hotspots.py" line="55" />
        <source>Periods searched</source>
        <translation>Undersökta perioder</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/found_hotspots.py" line="77" />
        <source>Details and method…</source>
        <translation>Detaljer och metod…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/found_hotspots.py" line="79" />
        <source>How the hotspots were found, and which reports lie stacked on one point.</source>
        <translation>Hur hotspots hittades, och vilka rapporter som ligger på exakt samma punkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/heatmap.py" line="42" />
        <source>There are no incidents to show in a heatmap.</source>
        <translation>Det finns inga händelser att visa i en värmekarta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/heatmap.py" line="196" />
        <source>{period} against {before}</source>
        <translation>{period} mot {before}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/heatmap_choice.py" line="21" />
        <source>Incidents of the period</source>
        <translation>Periodens händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/heatmap_choice.py" line="22" />
        <source>Change: more or fewer</source>
        <translation>Förändring: fler eller färre</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/heatmap_choice.py" line="23" />
        <source>Change: how many times as many</source>
        <translation>Förändring: hur många gånger fler</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/heatmap_choice.py" line="44" />
        <source>How far a report reaches in the heatmap (bandwidth): a short reach shows single places, a long one whole neighbourhoods.</source>
        <translation>Hur långt en rapport räcker i värmekartan (bandbredd): en kort räckvidd visar enskilda platser, en lång hela kvarter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/help_window.py" line="29" />
        <source>EST manual</source>
        <translation>EST-handbok</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/help_window.py" line="58" />
        <source>The manual cannot be shown.</source>
        <translation>Handboken kan inte visas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/help_window.py" line="59" />
        <source>The file {path} is not part of this installation.</source>
        <translation>Filen {path} följde inte med installationen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/new_layers.py" line="184" />
        <location filename="../est_plugin/gui/help_window.py" line="60" />
        <source>Install the plugin again.</source>
        <translation>Installera insticksprogrammet igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="71" />
        <location filename="../est_plugin/gui/history_dialog.py" line="58" />
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="69" />
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="76" />
        <source>Undo…</source>
        <translation>Ångra…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="81" />
        <location filename="../est_plugin/gui/history_dialog.py" line="77" />
        <source>Restore</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="92" />
        <source>Changes</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="41" />
        <location filename="../est_plugin/gui/history_words.py" line="118" />
        <location filename="../est_plugin/gui/history_dialog.py" line="93" />
        <source>Removed</source>
        <translation>Borttaget</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_dialog.py" line="96" />
        <source>The last %n day(s).</source>
        <translation>
            <numerusform>Den senaste dagen (%n).</numerusform>
            <numerusform>De senaste %n dagarna.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="112" />
        <source>Reading the history</source>
        <translation>Läser historiken</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="152" />
        <source>Reading a change</source>
        <translation>Läser en ändring</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="165" />
        <source>The first {shown} of {total} rows are shown.</source>
        <translation>De {shown} första av {total} rader visas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="173" />
        <source>The rows get the values they had before; new rows are deleted. What somebody changed afterwards stays as it is. You can take back the undoing too.</source>
        <translation>Raderna får tillbaka sina tidigare värden och nya rader tas bort. Det som någon har ändrat efteråt lämnas som det är. Du kan ångra det här också.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="179" />
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="186" />
        <source>Undoing a change</source>
        <translation>Ångrar en ändring</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="198" />
        <source>Restoring a row</source>
        <translation>Återställer en rad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="200" />
        <source>{name} was restored.</source>
        <translation>{name} är återställd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="205" />
        <source>Save before the history is changed?</source>
        <translation>Spara innan du ändrar i historiken?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="220" />
        <source>The history of {path} cannot be shown.</source>
        <translation>Historiken för {path} kan inte visas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="221" />
        <source>Your login may read the map, but not who changed what.</source>
        <translation>Din inloggning får läsa kartan men inte se vem som har ändrat vad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="222" />
        <source>Ask someone who may edit, or the administrator for the right.</source>
        <translation>Be någon som får redigera, eller be administratören om behörighet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="243" />
        <source>moved or redrawn</source>
        <translation>flyttad eller omritad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_dialog.py" line="251" />
        <source>Undo what {who} did {when}? {what}</source>
        <translation>Ångra det {who} gjorde {when}? {what}</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_dialog.py" line="257" />
        <source>%n row(s) undone.</source>
        <translation>
            <numerusform>Ångrat: %n rad.</numerusform>
            <numerusform>Ångrat: %n rader.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_dialog.py" line="259" />
        <source>%n row(s) stayed, since they were changed afterwards.</source>
        <translation>
            <numerusform>%n rad lämnades, eftersom den har ändrats efteråt.</numerusform>
            <numerusform>%n rader lämnades, eftersom de har ändrats efteråt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="62" />
        <source>a place on the map</source>
        <translation>en plats på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="39" />
        <location filename="../est_plugin/gui/history_words.py" line="116" />
        <source>Added</source>
        <translation>Nytt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="40" />
        <location filename="../est_plugin/gui/history_words.py" line="117" />
        <source>Edited</source>
        <translation>Ändrat</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="42" />
        <location filename="../est_plugin/gui/history_words.py" line="119" />
        <source>Restored</source>
        <translation>Återställt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="126" />
        <source>Approved for publication as {function}, but never handed out: {package}</source>
        <translation>Godkänd för publicering som {function}, men aldrig utlämnad: {package}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="130" />
        <source>Approved for publication as {function}: {package}</source>
        <translation>Godkänd för publicering som {function}: {package}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="135" />
        <source>Import of {file}: {things}</source>
        <translation>Import av {file}: {things}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="143" />
        <source>Undone. {text}</source>
        <translation>Ångrat. {text}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="145" />
        <source>Hotspots sought. {text}</source>
        <translation>Hotspots sökta. {text}</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="103" />
        <location filename="../est_plugin/gui/history_words.py" line="152" />
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n händelse</numerusform>
            <numerusform>%n händelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="105" />
        <location filename="../est_plugin/gui/history_words.py" line="153" />
        <source>%n hotspot(s)</source>
        <translation>
            <numerusform>%n hotspot</numerusform>
            <numerusform>%n hotspots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="107" />
        <location filename="../est_plugin/gui/history_words.py" line="154" />
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n rutt</numerusform>
            <numerusform>%n rutter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="109" />
        <location filename="../est_plugin/gui/history_words.py" line="155" />
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stopp</numerusform>
            <numerusform>%n stopp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="118" />
        <location filename="../est_plugin/gui/measure_steps_menu.py" line="74" />
        <location filename="../est_plugin/gui/history_words.py" line="156" />
        <source>%n measure(s)</source>
        <translation>
            <numerusform>%n åtgärd</numerusform>
            <numerusform>%n åtgärder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="111" />
        <location filename="../est_plugin/gui/history_words.py" line="157" />
        <source>%n traffic rule(s)</source>
        <translation>
            <numerusform>%n trafikföreskrift</numerusform>
            <numerusform>%n trafikföreskrifter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="113" />
        <location filename="../est_plugin/gui/history_words.py" line="158" />
        <source>%n link(s) to incidents</source>
        <translation>
            <numerusform>%n koppling till en händelse</numerusform>
            <numerusform>%n kopplingar till händelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_words.py" line="159" />
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n orsak</numerusform>
            <numerusform>%n orsaker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_words.py" line="160" />
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n möte</numerusform>
            <numerusform>%n möten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_words.py" line="161" />
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n beslut</numerusform>
            <numerusform>%n beslut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="117" />
        <location filename="../est_plugin/gui/observations_panel.py" line="116" />
        <location filename="../est_plugin/gui/history_words.py" line="162" />
        <source>%n observation(s)</source>
        <translation>
            <numerusform>%n iakttagelse</numerusform>
            <numerusform>%n iakttagelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/history_words.py" line="164" />
        <source>%n other row(s)</source>
        <translation>
            <numerusform>%n annan rad</numerusform>
            <numerusform>%n andra rader</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="162" />
        <location filename="../est_plugin/layers/form_fields.py" line="22" />
        <location filename="../est_plugin/gui/history_words.py" line="170" />
        <source>Incident</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/shared_fields.py" line="14" />
        <location filename="../est_plugin/layers/form_fields.py" line="75" />
        <location filename="../est_plugin/gui/history_words.py" line="171" />
        <source>Hotspot</source>
        <translation>Hotspot</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="58" />
        <location filename="../est_plugin/processing/walkreport.py" line="58" />
        <location filename="../est_plugin/plugin.py" line="141" />
        <location filename="../est_plugin/layers/form_fields.py" line="173" />
        <location filename="../est_plugin/layers/form_fields.py" line="162" />
        <location filename="../est_plugin/layers/form_fields.py" line="117" />
        <location filename="../est_plugin/gui/walk_page.py" line="248" />
        <location filename="../est_plugin/gui/history_words.py" line="172" />
        <source>Walk</source>
        <translation>Vandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="175" />
        <source>Traffic rule</source>
        <translation>Trafikföreskrift</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/history_words.py" line="176" />
        <source>Link to an incident</source>
        <translation>Koppling till en händelse</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="45" />
        <location filename="../est_plugin/gui/history_words.py" line="177" />
        <source>Cause</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="108" />
        <location filename="../est_plugin/layers/measure_form.py" line="28" />
        <location filename="../est_plugin/gui/history_words.py" line="179" />
        <source>Decision</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="53" />
        <location filename="../est_plugin/layers/form_fields.py" line="186" />
        <location filename="../est_plugin/intake/field_words.py" line="41" />
        <location filename="../est_plugin/gui/history_words.py" line="180" />
        <source>Observation</source>
        <translation>Iakttagelse</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="45" />
        <location filename="../est_plugin/gui/hotspots_page.py" line="98" />
        <source>Find hotspots</source>
        <translation>Hitta hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="147" />
        <source>A double click opens the form: name, comment, priority and cause of the place.</source>
        <translation>Dubbelklicka för att öppna formuläret: platsens namn, kommentar, prioritet och orsak.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="188" />
        <source>No hotspots are stored for this period. Press Find hotspots.</source>
        <translation>Inga hotspots är sparade för den här perioden. Tryck på Hitta hotspots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="194" />
        <source>Against {first} – {last}, as on the page Situation.</source>
        <translation>Mot {first} – {last}, som på fliken Lägesbild.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="208" />
        <source>More than half of the incidents lie on one single point. Did they happen there?</source>
        <translation>Mer än hälften av händelserna ligger på en enda punkt. Hände de verkligen där?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/hotspots_page.py" line="209" />
        <source>Nothing is stored of a search of the time just before. Find the hotspots of that period too, and the list says which places are new.</source>
        <translation>Ingen sökning är sparad för tiden just före. Sök hotspots även för den perioden, så säger listan vilka platser som är nya.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_hotspots.py" line="37" />
        <location filename="../est_plugin/gui/hotspots_page.py" line="248" />
        <source>Finding hotspots</source>
        <translation>Letar efter hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="63" />
        <source>Take in reports</source>
        <translation>Ta in rapporter</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="86" />
        <source>Reading the sources</source>
        <translation>Läser källorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="65" />
        <location filename="../est_plugin/gui/import_dialog.py" line="93" />
        <source>Column mapping</source>
        <translation>Kolumnkoppling</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="95" />
        <source>Open…</source>
        <translation>Öppna…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/result_window.py" line="53" />
        <location filename="../est_plugin/gui/import_dialog.py" line="96" />
        <source>Save as…</source>
        <translation>Spara som…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="233" />
        <location filename="../est_plugin/gui/import_dialog.py" line="98" />
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="99" />
        <source>Check</source>
        <translation>Kontrollera</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="100" />
        <source>Take in</source>
        <translation>Ta in</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="101" />
        <source>To the quarantine…</source>
        <translation>Till karantänen…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="131" />
        <source>Reading the file</source>
        <translation>Läser filen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="147" />
        <source>The file lacks columns that the mapping names: {columns}.</source>
        <translation>Filen saknar kolumner som kolumnkopplingen nämner: {columns}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="171" />
        <source>Looking at the file</source>
        <translation>Ser igenom filen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="183" />
        <source>Checking the reports</source>
        <translation>Kontrollerar rapporterna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="198" />
        <source>Taking in the reports</source>
        <translation>Tar in rapporterna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="233" />
        <source>Take in another file</source>
        <translation>Ta in en fil till</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="242" />
        <source>Open column mapping</source>
        <translation>Öppna kolumnkoppling</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="262" />
        <location filename="../est_plugin/gui/import_dialog.py" line="242" />
        <source>Column mapping (*.json)</source>
        <translation>Kolumnkoppling (*.json)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_dialog.py" line="260" />
        <source>Save column mapping</source>
        <translation>Spara kolumnkoppling</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="60" />
        <source>Reports (*.csv *.txt *.gz)</source>
        <translation>Rapporter (*.csv *.txt *.gz)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="60" />
        <source>All files (*)</source>
        <translation>Alla filer (*)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="65" />
        <source>The register itself has lost letters: keep its texts</source>
        <translation>Bokstäverna saknas redan i källan: behåll texterna som de är</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="82" />
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="64" />
        <location filename="../est_plugin/gui/new_database_dialog.py" line="53" />
        <location filename="../est_plugin/gui/import_form.py" line="89" />
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="74" />
        <location filename="../est_plugin/layers/form_fields.py" line="61" />
        <location filename="../est_plugin/gui/import_form.py" line="92" />
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="94" />
        <source>The register the reports come from. Together with the case number it tells which reports are known.</source>
        <translation>Registret som rapporterna kommer från. Tillsammans med ärendenumret visar det vilka rapporter som redan är kända.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="99" />
        <source>Words that are no category or organisation of the database</source>
        <translation>Ord som inte är någon kategori eller organisation i databasen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="198" />
        <source>⚠ Give the source a name.</source>
        <translation>⚠ Ge källan ett namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="201" />
        <source>⚠ Choose a column for: {fields}</source>
        <translation>⚠ Välj kolumn för: {fields}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_form.py" line="208" />
        <source>Choose a CSV file of reports, or drop it here. Nothing is stored until you have seen what comes of it.</source>
        <translation>Välj en CSV-fil med rapporter, eller släpp den här. Inget lagras förrän du har sett vad det blir.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_report.py" line="19" />
        <source>Taken in: {file}</source>
        <translation>Intaget: {file}</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="82" />
        <location filename="../est_plugin/processing/demodatabase.py" line="67" />
        <location filename="../est_plugin/gui/import_report.py" line="23" />
        <location filename="../est_plugin/gui/import_report.py" line="20" />
        <source>New incidents</source>
        <translation>Nya händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="85" />
        <location filename="../est_plugin/processing/demodatabase.py" line="68" />
        <location filename="../est_plugin/gui/import_report.py" line="20" />
        <source>In quarantine</source>
        <translation>I karantän</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_report.py" line="22" />
        <source>This would come of {file} – nothing is stored yet</source>
        <translation>Så här blir det av {file} – inget är lagrat än</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_report.py" line="24" />
        <source>To quarantine</source>
        <translation>Till karantän</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_report.py" line="27" />
        <source>Known already, unchanged</source>
        <translation>Kända sedan tidigare, oförändrade</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_report.py" line="28" />
        <source>Known already, but saying something else</source>
        <translation>Kända sedan tidigare, men med annat innehåll</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/import_report.py" line="32" />
        <source>Rows in the file</source>
        <translation>Rader i filen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/intake_bar.py" line="45" />
        <source>Take in reports…</source>
        <translation>Ta in rapporter…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/intake_bar.py" line="59" />
        <source>Quarantine ({count})…</source>
        <translation>Karantän ({count})…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="48" />
        <source>Put back</source>
        <translation>Lägg tillbaka</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="107" />
        <location filename="../est_plugin/gui/journal_offer.py" line="49" />
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="229" />
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="227" />
        <location filename="../est_plugin/gui/journal_offer.py" line="103" />
        <location filename="../est_plugin/gui/journal_offer.py" line="50" />
        <source>Discard</source>
        <translation>Kassera</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/journal_offer.py" line="64" />
        <source>%n change(s) from {time} are not in the database, and their rows are not shown on the map. Choose another period, or all categories, and put them back.</source>
        <translation>
            <numerusform>%n ändring från {time} finns inte i databasen, och dess rad syns inte på kartan. Välj en annan period eller alla kategorier och lägg tillbaka den.</numerusform>
            <numerusform>%n ändringar från {time} finns inte i databasen, och deras rader syns inte på kartan. Välj en annan period eller alla kategorier och lägg tillbaka dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/journal_offer.py" line="72" />
        <source>QGIS ended before everything was saved. %n change(s) from {time} are kept here.</source>
        <translation>
            <numerusform>QGIS stängdes innan allt var sparat. %n ändring från {time} finns kvar här.</numerusform>
            <numerusform>QGIS stängdes innan allt var sparat. %n ändringar från {time} finns kvar här.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="84" />
        <source>Changes that were not saved</source>
        <translation>Ändringar som inte sparades</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="101" />
        <source>Discard what was not saved?</source>
        <translation>Kasta det som inte sparades?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="102" />
        <source>It is then gone for good, also from this computer.</source>
        <translation>Då är det borta för gott, även från den här datorn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="118" />
        <source>Layer</source>
        <translation>Lager</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="120" />
        <source>Values</source>
        <translation>Värden</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/unsaved.py" line="151" />
        <location filename="../est_plugin/gui/journal_offer.py" line="142" />
        <source>the place on the map</source>
        <translation>läget på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/journal_offer.py" line="162" />
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="135" />
        <location filename="../est_plugin/gui/kept_streets.py" line="120" />
        <source>There are no streets to walk along.</source>
        <translation>Det finns inga gator att gå längs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/kept_streets.py" line="121" />
        <source>Neither the database nor the project holds a layer of lines.</source>
        <translation>Varken databasen eller projektet har något linjelager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/kept_streets.py" line="122" />
        <source>Add a layer of streets and paths to the project, and choose it under Streets.</source>
        <translation>Lägg till ett lager med gator och gångvägar i projektet och välj det under Gator.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="38" />
        <source>not known</source>
        <translation>okänt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="39" />
        <source>works</source>
        <translation>fungerar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="40" />
        <source>is out</source>
        <translation>är trasig</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="52" />
        <source>Lamp register</source>
        <translation>Lampregister</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="63" />
        <source>There are no street lamps to look at.</source>
        <translation>Det finns inga gatlampor att titta på.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="64" />
        <source>Neither the database nor the project holds a layer of lamps.</source>
        <translation>Varken databasen eller projektet har ett lager med lampor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="65" />
        <source>Add the municipality's lamp register to the project as a layer of points.</source>
        <translation>Lägg till kommunens lampregister i projektet som ett punktlager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="120" />
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="83" />
        <source>Lamps</source>
        <translation>Lampor</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="83" />
        <source>The lamp</source>
        <translation>Lampan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="88" />
        <source>A lamp of which nothing is known counts as working, and the result says so.</source>
        <translation>En lampa som inget är känt om räknas som hel, och resultatet säger det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="91" />
        <source>Layer of the lamps</source>
        <translation>Lager med lamporna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="125" />
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="92" />
        <source>Field: does it work?</source>
        <translation>Fält: fungerar den?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="93" />
        <source>What its values mean</source>
        <translation>Vad värdena betyder</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="128" />
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="94" />
        <source>Field: pole id</source>
        <translation>Fält: stolpnummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="95" />
        <source>Field: owner</source>
        <translation>Fält: ägare</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="96" />
        <source>A lamp lights</source>
        <translation>En lampa lyser</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="97" />
        <source>Asked once: the project and your settings remember the answer.</source>
        <translation>Du svarar en gång: projektet och dina inställningar minns svaret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="100" />
        <source>Use these lamps</source>
        <translation>Använd de här lamporna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lamp_mapping_dialog.py" line="169" />
        <source>(empty)</source>
        <translation>(tomt)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lighting_window.py" line="58" />
        <location filename="../est_plugin/gui/lighting_choice.py" line="25" />
        <source>Propose lighting measures</source>
        <translation>Föreslå belysningsåtgärder</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lighting_choice.py" line="26" />
        <source>Broken lamps become points, stretches that stay dark become lines. Each begins as a proposal, with the nearest stop and the hotspot, and is saved when you save.</source>
        <translation>Trasiga lampor blir punkter, sträckor som ändå är mörka blir linjer. Var och en börjar som förslag, med närmaste stopp och hotspot, och sparas när du sparar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="52" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="212" />
        <location filename="../est_plugin/gui/lighting_choice.py" line="31" />
        <source>Propose</source>
        <translation>Föreslå</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lighting_choice.py" line="36" />
        <source>near it already: {title}</source>
        <translation>finns redan nära: {title}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lighting_window.py" line="61" />
        <source>Lamp register…</source>
        <translation>Lampregister…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/lighting_window.py" line="66" />
        <source>Enter “{light}” in the protocol</source>
        <translation>Skriv ”{light}” i protokollet</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/lighting_window.py" line="92" />
        <source>%n lighting measure(s) proposed. Look at them, then save.</source>
        <translation>
            <numerusform>%n belysningsåtgärd föreslagen. Titta på den och spara sedan.</numerusform>
            <numerusform>%n belysningsåtgärder föreslagna. Titta på dem och spara sedan.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/local_time_edit.py" line="59" />
        <source>Swedish time, whatever the time zone of the computer</source>
        <translation>Svensk tid, oavsett datorns tidszon</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/local_times.py" line="111" />
        <source>Local time (EST)</source>
        <translation>Lokal tid (EST)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/map_rows.py" line="45" />
        <source>Open the form…</source>
        <translation>Öppna formuläret…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_filter.py" line="33" />
        <source>All statuses</source>
        <translation>Alla statusar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_filter.py" line="38" />
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_filter.py" line="39" />
        <source>Only overdue</source>
        <translation>Bara försenade</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_filter.py" line="40" />
        <source>Only to follow up</source>
        <translation>Bara att följa upp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_filter.py" line="62" />
        <source>All kinds</source>
        <translation>Alla sorter</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_filter.py" line="63" />
        <source>All owners</source>
        <translation>Alla ansvariga</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="45" />
        <source>Next step: {status}</source>
        <translation>Nästa steg: {status}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="53" />
        <source>Function, never a name</source>
        <translation>Funktion, aldrig ett namn</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="72" />
        <source>Latest step</source>
        <translation>Senaste steget</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_story.py" line="32" />
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="73" />
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_story.py" line="34" />
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="74" />
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="77" />
        <source>Reason, for the public</source>
        <translation>Skäl, för allmänheten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="81" />
        <source>To whom, for the public</source>
        <translation>Till vem, för allmänheten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="121" />
        <source>“By” looks like a person. Everybody who sees the measure reads it: write the function only.</source>
        <translation>”Av” ser ut som en person. Alla som ser åtgärden läser det: skriv bara funktionen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="131" />
        <source>It is a function</source>
        <translation>Det är en funktion</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_step_dialog.py" line="132" />
        <source>Change it</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="111" />
        <location filename="../est_plugin/gui/measure_steps_menu.py" line="35" />
        <source>Next step</source>
        <translation>Nästa steg</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_steps_menu.py" line="48" />
        <source>Select a measure in the list first.</source>
        <translation>Markera först en åtgärd i listan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_steps_menu.py" line="50" />
        <source>Save first: each step is dated by itself.</source>
        <translation>Spara först: varje steg får sitt eget datum.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_steps_menu.py" line="59" />
        <source>Done at once: decided, done and saved…</source>
        <translation>Genomförd direkt: beslutas, genomförs och sparas…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_steps_menu.py" line="64" />
        <source>These measures have no next step in common.</source>
        <translation>Åtgärderna har inget nästa steg gemensamt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measure_story.py" line="28" />
        <source>Steps of “{title}”</source>
        <translation>Steg för ”{title}”</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="94" />
        <source>Steps so far…</source>
        <translation>Steg hittills…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="98" />
        <source>Zoom to</source>
        <translation>Zooma till</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="112" />
        <source>The steps that the selected measures may take now.</source>
        <translation>De steg som de markerade åtgärderna kan ta nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="147" />
        <source>For what is selected</source>
        <translation>För det markerade</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="149" />
        <source>For the hotspot, stop, observation or incidents that are selected on the map.</source>
        <translation>För den hotspot, det stopp, den iakttagelse eller de händelser som är markerade på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="207" />
        <source>No measures yet. Press a button above, then click in the map.</source>
        <translation>Inga åtgärder än. Tryck på en knapp ovan och klicka sedan i kartan.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/measures_page.py" line="209" />
        <source>%n overdue</source>
        <translation>
            <numerusform>%n försenad</numerusform>
            <numerusform>%n försenade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/measures_page.py" line="212" />
        <source>%n to follow up</source>
        <translation>
            <numerusform>%n att följa upp</numerusform>
            <numerusform>%n att följa upp</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="213" />
        <source>{shown} of {count} measures shown, {overdue}</source>
        <translation>{shown} av {count} åtgärder visas, {overdue}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/measures_page.py" line="223" />
        <source>{date}, overdue</source>
        <translation>{date}, försenad</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="71" />
        <location filename="../est_plugin/gui/meeting_page.py" line="82" />
        <source>Write map package</source>
        <translation>Skapa kartpaket</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="110" />
        <location filename="../est_plugin/gui/meeting_page.py" line="93" />
        <source>Map package</source>
        <translation>Kartpaket</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="121" />
        <location filename="../est_plugin/gui/meeting_page.py" line="96" />
        <source>Edition</source>
        <translation>Utgåva</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/meeting_page.py" line="156" />
        <source>&lt;b&gt;No hotspots are stored for this period&lt;/b&gt;: the package will have none. &lt;a href="#"&gt;Find them&lt;/a&gt;</source>
        <translation>&lt;b&gt;Inga hotspots är sparade för perioden&lt;/b&gt;: paketet blir utan. &lt;a href="#"&gt;Hitta hotspots&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/meeting_page.py" line="269" />
        <source>The map package was not written.</source>
        <translation>Kartpaketet skrevs inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="86" />
        <location filename="../est_plugin/gui/meeting_page.py" line="270" />
        <source>No folder is chosen.</source>
        <translation>Ingen mapp är vald.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/meeting_page.py" line="271" />
        <source>Choose a folder on the page Meeting.</source>
        <translation>Välj en mapp på sidan Möte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_result.py" line="32" />
        <location filename="../est_plugin/gui/meeting_page.py" line="288" />
        <source>Open the package</source>
        <translation>Öppna paketet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/messages.py" line="124" />
        <source>Something unexpected happened.</source>
        <translation>Något oväntat hände.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/messages.py" line="125" />
        <source>Look at what was stored before you try again. The log panel, tab EST, says what happened; please report it.</source>
        <translation>Se efter vad som hann sparas innan du försöker igen. I panelen Loggmeddelanden, fliken EST, står vad som hände. Rapportera det gärna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/near_repeat_question.py" line="40" />
        <source>Pairs of incidents within 400 metres and four weeks of each other, compared with what chance gives. A long period says more.</source>
        <translation>Par av händelser inom 400 meter och fyra veckor från varandra, jämförda med vad slumpen ger. En lång period säger mer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="34" />
        <source>New EST database</source>
        <translation>Ny EST-databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="42" />
        <source>four digits, for example 1781</source>
        <translation>fyra siffror, till exempel 1781</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="47" />
        <source>Create</source>
        <translation>Skapa</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="83" />
        <location filename="../est_plugin/gui/new_database_dialog.py" line="55" />
        <source>Municipality code</source>
        <translation>Kommunkod</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="78" />
        <source>Creating the database</source>
        <translation>Skapar databasen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="97" />
        <source>Choose where the database is put.</source>
        <translation>Välj var databasen ska ligga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="99" />
        <source>There is no folder {folder}.</source>
        <translation>Mappen {folder} finns inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="101" />
        <source>{name} exists already and is not replaced. Choose another name, or cancel and open it.</source>
        <translation>{name} finns redan och ersätts inte. Välj ett annat namn, eller avbryt och öppna den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="105" />
        <source>The municipality code is four digits, for example 1781, or left empty.</source>
        <translation>Kommunkoden är fyra siffror, till exempel 1781. Fältet får också vara tomt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/new_database_dialog.py" line="108" />
        <source>Choose SWEREF 99 TM (EPSG:3006) or a local SWEREF 99 zone as the coordinate system.</source>
        <translation>Välj SWEREF 99 TM (EPSG:3006) eller en lokal SWEREF 99-zon som koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="54" />
        <source>Answer…</source>
        <translation>Svara…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="109" />
        <location filename="../est_plugin/gui/observations_panel.py" line="55" />
        <source>Make a measure…</source>
        <translation>Gör en åtgärd…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="87" />
        <source>Observations: {count}. Answered: {answered} of {wanting}.</source>
        <translation>Iakttagelser: {count}. Besvarade: {answered} av {wanting}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="88" />
        <source>Nothing was noted on this walk yet. Fill in its protocol, under With this walk.</source>
        <translation>Inget är antecknat från vandringen än. Fyll i protokollet under Med vandringen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="107" />
        <source>Open its measure…</source>
        <translation>Öppna åtgärden…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="150" />
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="151" />
        <source>measure</source>
        <translation>åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/observations_panel.py" line="169" />
        <source>The measures answer: {answer}
What you answer here goes before that.</source>
        <translation>Åtgärderna svarar: {answer}
Det du svarar här går före.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_background.py" line="36" />
        <source>The visible layers of the project below the group EST are drawn into the package with their styles. Nobody needs a network to look at them afterwards.</source>
        <translation>Projektets synliga lager under gruppen EST ritas in i paketet med sina stilar. Efteråt behövs inget nätverk för att se dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="68" />
        <location filename="../est_plugin/gui/package_background.py" line="49" />
        <source>The database's own map</source>
        <translation>Databasens egen karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_background.py" line="52" />
        <source>Visible layers below the group EST: {count}</source>
        <translation>Synliga lager under gruppen EST: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_background.py" line="55" />
        <source>Plain ground</source>
        <translation>Ingen bakgrund</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_background.py" line="72" />
        <source>There is no background to draw.</source>
        <translation>Det finns ingen bakgrund att rita.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_background.py" line="73" />
        <source>The project shows no layer below the group EST.</source>
        <translation>Projektet visar inget lager under gruppen EST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_background.py" line="74" />
        <source>Show the layers that shall be the background, or choose another background.</source>
        <translation>Tänd de lager som ska vara bakgrund, eller välj en annan bakgrund.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="54" />
        <source>More choices</source>
        <translation>Fler val</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="60" />
        <source>The period that is shown</source>
        <translation>Perioden som visas</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="64" />
        <source>Swedish and English</source>
        <translation>Svenska och engelska</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="65" />
        <location filename="../est_plugin/processing/walkreport.py" line="61" />
        <location filename="../est_plugin/processing/fieldpackage.py" line="81" />
        <location filename="../est_plugin/processing/exportpackage.py" line="117" />
        <location filename="../est_plugin/gui/walk_to_field.py" line="53" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="54" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="87" />
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="51" />
        <location filename="../est_plugin/gui/package_choices.py" line="65" />
        <source>Swedish</source>
        <translation>Svenska</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="65" />
        <location filename="../est_plugin/processing/walkreport.py" line="61" />
        <location filename="../est_plugin/processing/fieldpackage.py" line="81" />
        <location filename="../est_plugin/processing/exportpackage.py" line="117" />
        <location filename="../est_plugin/gui/walk_to_field.py" line="54" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="55" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="88" />
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="52" />
        <location filename="../est_plugin/gui/package_choices.py" line="66" />
        <source>English</source>
        <translation>Engelska</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="73" />
        <source>e.g. the safety coordinator</source>
        <translation>t.ex. trygghetssamordnaren</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="76" />
        <source>Addresses</source>
        <translation>Adresser</translation>
    </message>
    <message>
        <location filename="../est_plugin/plugin.py" line="147" />
        <location filename="../est_plugin/gui/package_choices.py" line="82" />
        <source>Page templates…</source>
        <translation>Sidmallar…</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="74" />
        <location filename="../est_plugin/processing/fieldpackage.py" line="84" />
        <location filename="../est_plugin/processing/exportpackage.py" line="95" />
        <location filename="../est_plugin/gui/walk_to_field.py" line="70" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="110" />
        <location filename="../est_plugin/gui/package_choices.py" line="89" />
        <source>Folder</source>
        <translation>Mapp</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="66" />
        <location filename="../est_plugin/processing/walkreport.py" line="62" />
        <location filename="../est_plugin/processing/fieldpackage.py" line="82" />
        <location filename="../est_plugin/processing/exportpackage.py" line="118" />
        <location filename="../est_plugin/gui/walk_to_field.py" line="72" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="81" />
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="109" />
        <location filename="../est_plugin/gui/package_choices.py" line="92" />
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="62" />
        <location filename="../est_plugin/processing/exportpackage.py" line="155" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="79" />
        <location filename="../est_plugin/gui/package_choices.py" line="103" />
        <source>Paper</source>
        <translation>Papper</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="139" />
        <location filename="../est_plugin/gui/package_choices.py" line="104" />
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="123" />
        <location filename="../est_plugin/gui/package_choices.py" line="123" />
        <source>For whom the package is, and so what may stand in it.</source>
        <translation>Vem paketet är till för, och därmed vad som får stå i det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="124" />
        <source>The package becomes a folder and a zip in it.</source>
        <translation>Paketet blir en mapp och en zip-fil i den här mappen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="127" />
        <source>Choosing the meeting shows the newest period of this kind that is over and has reports.</source>
        <translation>När du väljer mötet visas den senaste perioden av det här slaget som är slut och har rapporter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="151" />
        <location filename="../est_plugin/gui/package_choices.py" line="132" />
        <source>Which agenda goes along, to write the minutes in.</source>
        <translation>Vilken dagordning som följer med att skriva protokoll i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="135" />
        <source>With two languages the map page has a button that switches between them.</source>
        <translation>Med två språk får kartsidan en knapp som växlar mellan dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="157" />
        <location filename="../est_plugin/gui/package_choices.py" line="137" />
        <source>Size of the sheets of the PDF.</source>
        <translation>Papperets storlek i PDF-filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="163" />
        <location filename="../est_plugin/gui/package_choices.py" line="140" />
        <source>How fine the maps of the PDF are. Finer maps make a larger file.</source>
        <translation>Hur fina kartorna i PDF-filen är. Finare kartor ger en större fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="140" />
        <location filename="../est_plugin/gui/package_choices.py" line="144" />
        <source>Whom a reader may ask: a function, never a person. It stands in the foot of the page.</source>
        <translation>Vem läsaren kan fråga: en funktion, aldrig en person. Det står längst ner på sidan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="149" />
        <source>How the pages of the PDF look, to be changed in QGIS.</source>
        <translation>Hur sidorna i PDF-filen ser ut. De kan ändras i QGIS.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_choices.py" line="152" />
        <source>Forget what you have changed for this meeting. The folder stays.</source>
        <translation>Glöm det du har ändrat för det här mötet. Mappen blir kvar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_export.py" line="71" />
        <source>Drawing the map package</source>
        <translation>Ritar kartpaketet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_export.py" line="116" />
        <source>The public edition was not approved. Nothing of it was kept.</source>
        <translation>Den offentliga utgåvan godkändes inte. Inget av den sparades.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_export.py" line="132" />
        <source>Checking the map package</source>
        <translation>Kontrollerar kartpaketet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_repeat.py" line="77" />
        <source>Repeat for {period}</source>
        <translation>Gör om för {period}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_repeat.py" line="78" />
        <source>Writes the package of {before} again for {first} – {last}, with the same choices and without questions.</source>
        <translation>Gör om paketet för {before} för perioden {first} – {last}, med samma val och utan frågor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_repeat.py" line="107" />
        <source>The period begins on {day}.</source>
        <translation>Perioden börjar {day}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_repeat.py" line="109" />
        <source>No reports have come in for that period yet.</source>
        <translation>Inga rapporter har kommit in för den perioden än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_repeat.py" line="112" />
        <source>The period goes on until {day}.</source>
        <translation>Perioden pågår till och med {day}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_repeat.py" line="114" />
        <source>Its hotspots are found first.</source>
        <translation>Dess hotspots söks fram först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="104" />
        <location filename="../est_plugin/gui/walk_report_done.py" line="49" />
        <location filename="../est_plugin/gui/package_result.py" line="33" />
        <source>Open the folder</source>
        <translation>Öppna mappen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_result.py" line="47" />
        <source>The map package is written: {folder}</source>
        <translation>Kartpaketet är klart: {folder}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_result.py" line="48" />
        <source>The zip is {size}.</source>
        <translation>Zip-filen är på {size}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="103" />
        <location filename="../est_plugin/processing/exportpackage.py" line="134" />
        <location filename="../est_plugin/gui/package_summary.py" line="26" />
        <source>Summary</source>
        <translation>Sammanfattning</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_summary.py" line="28" />
        <source>Stands first in the package. It is proposed from the numbers; write your own if you know more. What you write stands as it is in both languages. Leave it empty to have the proposal again. No names of persons.</source>
        <translation>Står först i paketet. Den föreslås av siffrorna; skriv en egen om du vet mer. Det du skriver står likadant på båda språken. Töm rutan för att få tillbaka förslaget. Inga namn på personer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="25" />
        <source>For those who work with the places: single incidents with place, category and time, all measures. At most the class {info_class}.</source>
        <translation>För dem som arbetar med platserna: enskilda händelser med plats, kategori och tid, alla åtgärder. Högst informationsklass {info_class}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="30" />
        <source>For a meeting of several parties: places, causes, measures and who is responsible, walks. At most the class {info_class}.</source>
        <translation>För ett möte mellan flera parter: platser, orsaker, åtgärder med ansvariga och vandringar. Högst informationsklass {info_class}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="35" />
        <source>For decisions: places, causes and numbers, the measures as a summary. At most the class {info_class}.</source>
        <translation>För beslut: platser, orsaker och siffror, åtgärderna sammanfattade. Högst informationsklass {info_class}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="39" />
        <source>For everyone: classes of numbers for larger areas, small numbers left out, and only measures of the class {info_class}. You approve it before it is handed out.</source>
        <translation>För alla: antal i klasser för större områden, små tal utelämnade, och bara åtgärder i informationsklass {info_class}. Du godkänner det innan det lämnas ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="55" />
        <source>{first} – {last}, information class {info_class}</source>
        <translation>{first} – {last}, informationsklass {info_class}</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/package_texts.py" line="62" />
        <source>%n hotspot(s) and measure(s) stay(s) because of their class.</source>
        <translation>
            <numerusform>%n hotspot eller åtgärd stannar på grund av sin klass.</numerusform>
            <numerusform>%n hotspots och åtgärder stannar på grund av sin klass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/package_texts.py" line="66" />
        <source>%n incident(s) go along with place, category and time, without descriptions.</source>
        <translation>
            <numerusform>%n händelse följer med, med plats, kategori och tid men utan beskrivning.</numerusform>
            <numerusform>%n händelser följer med, med plats, kategori och tid men utan beskrivningar.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="71" />
        <source>No single incidents and no descriptions go along.</source>
        <translation>Inga enskilda händelser och inga beskrivningar följer med.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/package_texts.py" line="74" />
        <source>The hotspots leave out %n report(s) stacked on one point.</source>
        <translation>
            <numerusform>Hotspots räknar inte %n rapport som ligger på en och samma punkt.</numerusform>
            <numerusform>Hotspots räknar inte %n rapporter som ligger på en och samma punkt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="79" />
        <source>Hotspots: {count}.</source>
        <translation>Hotspots: {count}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="81" />
        <source>Measures: {count}.</source>
        <translation>Åtgärder: {count}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="83" />
        <source>Safety walks: {count}.</source>
        <translation>Trygghetsvandringar: {count}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="85" />
        <source>Observations: {count}.</source>
        <translation>Iakttagelser: {count}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="90" />
        <source>About {size}, {time}.</source>
        <translation>Ungefär {size}, {time}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="94" />
        <source>⚠ The map page will be about {size} and slow to open on an old computer. Choose a calmer background.</source>
        <translation>⚠ Kartsidan blir ungefär {size} och öppnas långsamt på en gammal dator. Välj en lugnare bakgrund.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/package_texts.py" line="99" />
        <source>⚠ The zip will be too large for most mail. Choose a coarser quality, or leave something out.</source>
        <translation>⚠ Zip-filen blir för stor för de flesta e-postprogram. Välj en grövre kvalitet, eller utelämna något.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/package_texts.py" line="114" />
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minuter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/package_texts.py" line="115" />
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n sekund</numerusform>
            <numerusform>%n sekunder</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="47" />
        <source>Page templates</source>
        <translation>Sidmallar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="52" />
        <source>Page</source>
        <translation>Sida</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="53" />
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="54" />
        <source>Template in use</source>
        <translation>Mall som används</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="59" />
        <source>Edit in QGIS</source>
        <translation>Redigera i QGIS</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="60" />
        <source>Use the edited layout</source>
        <translation>Använd den redigerade layouten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="61" />
        <source>Reset…</source>
        <translation>Återställ…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="84" />
        <source>Items may be moved, restyled and added. Maps, tables, title, class, period, source and footer must stay. An update of EST leaves your own templates as they are.</source>
        <translation>Objekt får flyttas, få annat utseende och läggas till. Kartor, tabeller, rubrik, klass, period, källa och sidfot måste finnas kvar. En uppdatering av EST rör inte dina egna mallar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="97" />
        <source>Folder of the organisation</source>
        <translation>Organisationens mapp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="108" />
        <source>Looking for page templates</source>
        <translation>Letar efter sidmallar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="153" />
        <source>Copying the page template</source>
        <translation>Kopierar sidmallen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="168" />
        <source>Edit the layout {name}, then choose “Use the edited layout” here.</source>
        <translation>Redigera layouten {name} och välj sedan ”Använd den redigerade layouten” här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="184" />
        <source>Packages and walk sheets use the template from now on: {path}</source>
        <translation>Kartpaket och vandringsblad använder mallen från och med nu: {path}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="197" />
        <source>Delete your own template “{name}”?</source>
        <translation>Ta bort din egen mall ”{name}”?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/page_templates.py" line="202" />
        <source>The template of the organisation or the one that comes with EST is used instead.</source>
        <translation>I stället används organisationens mall eller den som följer med EST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/password_guard.py" line="39" />
        <source>The project file now holds a password to the database, from {layers}. Whoever gets the file has it too. Take it out; QGIS asks for it when it needs it.</source>
        <translation>Projektfilen innehåller nu ett lösenord till databasen, från {layers}. Den som får filen får också lösenordet. Ta bort det; QGIS frågar efter det när det behövs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/password_guard.py" line="44" />
        <source>Take out and save again</source>
        <translation>Ta bort och spara igen</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/passwords.py" line="42" />
        <location filename="../est_plugin/gui/password_guard.py" line="55" />
        <source>The password is still in the project file.</source>
        <translation>Lösenordet finns kvar i projektfilen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/password_guard.py" line="56" />
        <source>QGIS could not save it: {error}.</source>
        <translation>QGIS kunde inte spara den: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/password_guard.py" line="57" />
        <source>The layers do without it now. Save the project again.</source>
        <translation>Lagren klarar sig nu utan det. Spara projektet igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/photo_intake.py" line="92" />
        <source>Copying the photo</source>
        <translation>Kopierar fotot</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="20" />
        <source>incidents</source>
        <translation>händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="21" />
        <source>hotspots</source>
        <translation>hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="22" />
        <source>routes</source>
        <translation>rutter</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="23" />
        <source>stops</source>
        <translation>stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="24" />
        <source>measures</source>
        <translation>åtgärder</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="25" />
        <source>traffic rules</source>
        <translation>trafikföreskrifter</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="39" />
        <source>Others who have the database open right now</source>
        <translation>Andra som har databasen öppen just nu</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="56" />
        <source>{login} is here</source>
        <translation>{login} är här</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/unsaved_bar.py" line="97" />
        <location filename="../est_plugin/gui/presence_line.py" line="59" />
        <source>{first} and {last}</source>
        <translation>{first} och {last}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/presence_line.py" line="60" />
        <source>{login} is editing {things}</source>
        <translation>{login} redigerar {things}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/preset_box.py" line="23" />
        <source>Sets period, edition and all further choices as this meeting needs them. What you change is remembered for this meeting.</source>
        <translation>Ställer in period, utgåva och alla andra val så som mötet behöver dem. Det du ändrar blir ihågkommet för det här mötet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/project_check.py" line="114" />
        <source>The project {path} was not saved.</source>
        <translation>Projektet {path} sparades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/project_check.py" line="115" />
        <source>QGIS could not write it to its end; the disk may be full.</source>
        <translation>QGIS kunde inte skriva det till slutet; disken kan vara full.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/project_check.py" line="116" />
        <source>The project as it was before is in the file. Make room and save again, or save it on another disk, before you close QGIS.</source>
        <translation>Filen innehåller projektet som det var förut. Frigör plats och spara igen, eller spara på en annan disk, innan du stänger QGIS.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/project_check.py" line="122" />
        <source>Save it on another disk, under another name, before you close QGIS.</source>
        <translation>Spara det på en annan disk under ett annat namn innan du stänger QGIS.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="62" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="105" />
        <source>Propose a safety walk</source>
        <translation>Föreslå en trygghetsvandring</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/propose_dialog.py" line="112" />
        <source>Places reported as unsafe (%n)</source>
        <translation>
            <numerusform>Platser som rapporterats otrygga (%n)</numerusform>
            <numerusform>Platser som rapporterats otrygga (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/propose_dialog.py" line="114" />
        <source>Reports of poor light (%n)</source>
        <translation>
            <numerusform>Rapporter om bristfällig belysning (%n)</numerusform>
            <numerusform>Rapporter om bristfällig belysning (%n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="117" />
        <source>Such places are visited if they lie this near a hotspot, the start or the end.</source>
        <translation>Sådana platser besöks om de ligger så nära en hotspot, starten eller slutet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="123" />
        <source>The field of the streets that tells their light. No answer is unknown, not dark.</source>
        <translation>Det fält hos gatorna som anger ljuset. Inget svar är okänt, inte mörkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="129" />
        <source>no limit</source>
        <translation>ingen gräns</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="131" />
        <source>If it is too short for all stops, those with the fewest incidents are left out.</source>
        <translation>Räcker den inte till alla stopp utesluts de med minst antal händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="133" />
        <source>Leave out stops that no street leads to</source>
        <translation>Uteslut stopp som ingen gata leder till</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/propose_dialog.py" line="145" />
        <source>{rank}. {name} – %n incident(s)</source>
        <translation>
            <numerusform>{rank}. {name} – %n händelse</numerusform>
            <numerusform>{rank}. {name} – %n händelser</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="181" />
        <source>A walk needs at least two places. Tick hotspots, or click a start and an end.</source>
        <translation>En vandring behöver minst två platser. Kryssa i hotspots, eller klicka ut en start och ett slut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="218" />
        <source>Also past</source>
        <translation>Även förbi</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="220" />
        <source>Not farther than</source>
        <translation>Inte längre bort än</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="35" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="221" />
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="112" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="222" />
        <source>End</source>
        <translation>Slut</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="57" />
        <location filename="../est_plugin/processing/putonstreets.py" line="63" />
        <location filename="../est_plugin/layers/roles.py" line="73" />
        <location filename="../est_plugin/gui/walk_page.py" line="122" />
        <location filename="../est_plugin/gui/propose_dialog.py" line="224" />
        <source>Streets</source>
        <translation>Gator</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="225" />
        <source>Light is told by</source>
        <translation>Ljuset anges av</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/propose_dialog.py" line="247" />
        <source>No hotspots in this period. Find hotspots first, or choose places below.</source>
        <translation>Inga hotspots i perioden. Hitta hotspots först, eller välj platser här nedanför.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/protocol_dialog.py" line="50" />
        <source>Protocol of “{title}”</source>
        <translation>Protokoll för ”{title}”</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/protocol_dialog.py" line="58" />
        <source>Write into the map</source>
        <translation>Skriv in på kartan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/protocol_dialog.py" line="68" />
        <source>Begin with the answer, then a comment if you like: “2 two lamps out”, “yes three ways out”. Words alone are a comment. Tab goes on to the next item; an empty cell stores nothing.</source>
        <translation>Börja med svaret och skriv sedan en kommentar om du vill: ”2 två lyktor släckta”, ”ja tre vägar ut”. Bara ord blir en kommentar. Tabb går till nästa fråga; en tom ruta sparar ingenting.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/protocol_dialog.py" line="167" />
        <source>%n answer(s) of the protocol are in the map; save them there.</source>
        <translation>
            <numerusform>%n svar i protokollet är på kartan; spara det där.</numerusform>
            <numerusform>%n svar i protokollet är på kartan; spara dem där.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_addresses.py" line="35" />
        <source>The database's own addresses or buildings</source>
        <translation>Databasens egna adresser eller byggnader</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="59" />
        <location filename="../est_plugin/gui/public_addresses.py" line="45" />
        <source>Number of addresses</source>
        <translation>Antal adresser</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_addresses.py" line="46" />
        <source>⚠ The layer of addresses cannot be read.</source>
        <translation>⚠ Adresslagret kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_addresses.py" line="47" />
        <source>Where people live: a square of the public edition is shown only if at least eight addresses lie in it. A field may say how many addresses or households each place stands for.</source>
        <translation>Var människor bor: en ruta i den offentliga utgåvan visas bara om minst åtta adresser ligger i den. Ett fält kan säga hur många adresser eller hushåll varje plats står för.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="62" />
        <location filename="../est_plugin/gui/public_approval.py" line="53" />
        <source>Approve publication</source>
        <translation>Godkänn publicering</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="58" />
        <source>I have looked at the page and at what is left out. It may be published.</source>
        <translation>Jag har tittat på sidan och på vad som är utelämnat. Den får publiceras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="61" />
        <source>e.g. safety coordinator; never a name</source>
        <translation>t.ex. säkerhetssamordnare; aldrig ett namn</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="63" />
        <source>Look at the page</source>
        <translation>Titta på sidan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="73" />
        <source>The map of the public edition</source>
        <translation>Den offentliga utgåvans karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="81" />
        <source>What everybody gets to see</source>
        <translation>Vad alla får se</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="82" />
        <source>What is left out</source>
        <translation>Vad som är utelämnat</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="96" />
        <source>Approved by (function)</source>
        <translation>Godkänns av (funktion)</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="99" />
        <source>Do not publish</source>
        <translation>Publicera inte</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/public_approval.py" line="136" />
        <source>Your login, this function and the time go into the history of the database; the function and the time into the package too.</source>
        <translation>Din inloggning, funktionen och tiden skrivs i databasens historik; funktionen och tiden även i paketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="52" />
        <source>Quarantine</source>
        <translation>Karantän</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="59" />
        <source>Rows that wait</source>
        <translation>Rader som väntar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="60" />
        <source>Settled rows</source>
        <translation>Avgjorda rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="66" />
        <source>Reason or outcome</source>
        <translation>Skäl eller utfall</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="72" />
        <source>Words of the source that are not known</source>
        <translation>Källans ord som databasen inte känner till</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="99" />
        <source>Discard…</source>
        <translation>Kassera…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="100" />
        <source>Try all again</source>
        <translation>Försök med alla igen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="101" />
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="102" />
        <source>Check the selected rows anew, as they are mended.</source>
        <translation>Kontrollera de markerade raderna på nytt, så som de är rättade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="122" />
        <source>Reading the quarantine</source>
        <translation>Läser karantänen</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="136" />
        <source>%n row(s) wait.</source>
        <translation>
            <numerusform>%n rad väntar.</numerusform>
            <numerusform>%n rader väntar.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="138" />
        <source>The newest {count} are shown.</source>
        <translation>De {count} nyaste visas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="204" />
        <source>Checking the rows again</source>
        <translation>Kontrollerar raderna igen</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="215" />
        <source>Of %n row(s) tried, {accepted} became incidents, {known} were stored already and {waiting} did not pass.</source>
        <translation>
            <numerusform>%n rad prövades: {accepted} blev händelser, {known} fanns redan och {waiting} gick inte igenom.</numerusform>
            <numerusform>%n rader prövades: {accepted} blev händelser, {known} fanns redan och {waiting} gick inte igenom.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="228" />
        <source>Why should %n row(s) never become incidents?</source>
        <translation>
            <numerusform>Varför ska %n rad aldrig bli en händelse?</numerusform>
            <numerusform>Varför ska %n rader aldrig bli händelser?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="237" />
        <source>Nothing was discarded: give a reason, it stays with the row.</source>
        <translation>Inget kasserades. Ange ett skäl; det följer med raden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="241" />
        <source>Discarding rows</source>
        <translation>Kasserar rader</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="243" />
        <source>%n row(s) discarded.</source>
        <translation>
            <numerusform>%n rad kasserades.</numerusform>
            <numerusform>%n rader kasserades.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_dialog.py" line="272" />
        <source>Saving what is mended</source>
        <translation>Sparar det som är rättat</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="41" />
        <source>Became an incident {day}</source>
        <translation>Blev en händelse {day}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="43" />
        <source>Settled {day}: the report was stored already</source>
        <translation>Avgjord {day}: rapporten fanns redan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="45" />
        <source>Discarded {day}: {note}</source>
        <translation>Kasserad {day}: {note}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="48" />
        <source>Mended, but not tried yet.</source>
        <translation>Rättad, men inte prövad än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="68" />
        <source>Read as</source>
        <translation>Läses som</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="69" />
        <source>As it came</source>
        <translation>Som den kom</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="70" />
        <source>Mended</source>
        <translation>Rättad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="101" />
        <source>(differs)</source>
        <translation>(olika värden)</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/quarantine_row.py" line="128" />
        <source>%n row(s) are selected: what you write under Mended goes into all of them.</source>
        <translation>
            <numerusform>%n rad är markerad: det du skriver under Rättad hamnar i den.</numerusform>
            <numerusform>%n rader är markerade: det du skriver under Rättad hamnar i alla.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/quarantine_row.py" line="135" />
        <source>{file}, row {row}, taken in {day}. </source>
        <translation>{file}, rad {row}, intagen {day}. </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/questions.py" line="61" />
        <source>Ask the incidents</source>
        <translation>Fråga händelserna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="28" />
        <source>How the file writes places and dates</source>
        <translation>Så skriver filen platser och datum</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="31" />
        <source>As the columns are chosen</source>
        <translation>Som kolumnerna är valda</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="32" />
        <source>Swapped: X is north, Y is east</source>
        <translation>Omvänt: X är nord, Y är ost</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="34" />
        <source>Day first: 31/1/2026</source>
        <translation>Dagen först: 31/1/2026</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="35" />
        <source>Month first: 1/31/2026</source>
        <translation>Månaden först: 1/31/2026</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="36" />
        <source>Accept an unknown time of day</source>
        <translation>Okänt klockslag godtas</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="38" />
        <source>A date counts though the time beside it cannot be read, such as “evening”; the time is then unknown.</source>
        <translation>Datumet räcker även om klockslaget bredvid inte går att läsa, till exempel ”kväll”; klockslaget räknas då som okänt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="50" />
        <source>Axes</source>
        <translation>Axlar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="53" />
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="75" />
        <source>Choose the columns of the coordinates to see where they fall.</source>
        <translation>Välj kolumner för koordinaterna, så visas här var punkterna hamnar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="79" />
        <source>{inside} of {points} points lie where the database's incidents lie.</source>
        <translation>{inside} av {points} punkter hamnar där databasens händelser ligger.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="81" />
        <source>{inside} of {points} points lie in the area of the database.</source>
        <translation>{inside} av {points} punkter hamnar i databasens område.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="85" />
        <source>Use {crs}: {inside} of {points} points fit</source>
        <translation>Använd {crs}: {inside} av {points} punkter stämmer</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="114" />
        <source>No usual system fits; ask the source which one its coordinates are in.</source>
        <translation>Inget av de vanliga systemen passar; fråga källan vilket system koordinaterna står i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="118" />
        <source>Several systems fit: {names}. Ask the source which one it is.</source>
        <translation>Flera system passar: {names}. Fråga källan vilket det är.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="120" />
        <source>The municipality's own zone fits, and so do {names}. Ask the source if you are not sure.</source>
        <translation>Kommunens egen zon passar, men det gör också {names}. Fråga källan om du är osäker.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_box.py" line="137" />
        <source>{crs}, axes swapped</source>
        <translation>{crs}, omvända axlar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_line.py" line="44" />
        <source>The database did not answer. What you see is what was read last. &lt;a href="#"&gt;Read again&lt;/a&gt;</source>
        <translation>Databasen svarade inte. Du ser det som lästes senast. &lt;a href="#"&gt;Läs igen&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/reading_line.py" line="51" />
        <source>Reading…</source>
        <translation>Läser…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/result_window.py" line="85" />
        <location filename="../est_plugin/gui/result_window.py" line="73" />
        <source>Save the result</source>
        <translation>Spara resultatet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/result_window.py" line="84" />
        <source>{name} is already there. Replace it?</source>
        <translation>{name} finns redan. Ska den ersättas?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/result_window.py" line="86" />
        <source>Replace</source>
        <translation>Ersätt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/report_output.py" line="47" />
        <location filename="../est_plugin/gui/result_window.py" line="98" />
        <source>The result could not be saved as {path}.</source>
        <translation>Resultatet kunde inte sparas som {path}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/row_output.py" line="76" />
        <location filename="../est_plugin/processing/report_output.py" line="49" />
        <location filename="../est_plugin/gui/result_window.py" line="100" />
        <source>Choose a folder that you may write to.</source>
        <translation>Välj en mapp som du får skriva i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/rhythm_question.py" line="60" />
        <source>Weekdays, hours, months, light and dark: of the incidents that are shown, against chance.</source>
        <translation>Veckodagar, klockslag, månader, ljus och mörker: för de händelser som visas, prövat mot slumpen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/rhythm_question.py" line="75" />
        <source>No hotspot is selected.</source>
        <translation>Ingen hotspot är vald.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/rhythm_question.py" line="76" />
        <source>Select one or more rows in the list, and ask again.</source>
        <translation>Markera en eller flera rader i listan och fråga igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/rhythm_question.py" line="81" />
        <source>When does it happen here?</source>
        <translation>När händer det här?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/rhythm_question.py" line="82" />
        <source>Weekdays, hours, light and dark: of all incidents of the period in the selected hotspots.</source>
        <translation>Veckodagar, klockslag, ljus och mörker: för alla periodens händelser i de valda hotspotarna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="61" />
        <location filename="../est_plugin/gui/search_settings.py" line="51" />
        <source>Count reports stacked on one point</source>
        <translation>Räkna rapporter som ligger på samma punkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/search_settings.py" line="61" />
        <source>Cell width</source>
        <translation>Cellbredd</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/search_settings.py" line="83" />
        <source>Incidents are counted in six-sided cells of this width. Small cells show the shape of a place better.</source>
        <translation>Händelserna räknas i sexkantiga celler av den här bredden. Små celler visar bättre hur platsen ser ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/search_settings.py" line="91" />
        <source>How far round each cell the test looks, from centre to centre: about the radius of the places you look for. Two to three cell widths are good. A longer distance gives fewer and larger places.</source>
        <translation>Så långt runt varje cell letar programmet: ungefär radien på de platser du söker. Två till tre cellbredder brukar vara bra. Ett längre avstånd ger färre och större platser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/search_settings.py" line="99" />
        <source>Many reports on exactly one point are often a default point of unknown places. They are left out until you have looked at them.</source>
        <translation>Många rapporter på exakt samma punkt är ofta en standardpunkt för okända platser. De räknas inte förrän du har granskat dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/server_dialog.py" line="19" />
        <source>Open EST database on a server</source>
        <translation>Öppna EST-databas på en server</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/server_dialog.py" line="21" />
        <source>PostgreSQL &amp;connection</source>
        <translation>PostgreSQL-&amp;anslutning</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/server_dialog.py" line="29" />
        <source>Open the database</source>
        <translation>Öppna databasen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/server_dialog.py" line="50" />
        <source>Is the database not in the list? Add a connection to it in QGIS's browser: right-click PostgreSQL and choose New Connection. The administrator of the server knows what to fill in.</source>
        <translation>Finns databasen inte i listan? Lägg till en anslutning till den i QGIS panel Datakällor: högerklicka på PostgreSQL och välj Ny anslutning. Serverns administratör vet vad som ska fyllas i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/server_dialog.py" line="56" />
        <source>QGIS knows no connection yet. Add one in QGIS's browser: right-click PostgreSQL and choose New Connection. The administrator of the server knows what to fill in.</source>
        <translation>QGIS har ingen anslutning än. Lägg till en i QGIS panel Datakällor: högerklicka på PostgreSQL och välj Ny anslutning. Serverns administratör vet vad som ska fyllas i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/session.py" line="152" />
        <source>Opening the database</source>
        <translation>Öppnar databasen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/session.py" line="252" />
        <source>Backing up the database</source>
        <translation>Säkerhetskopierar databasen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/shuffle_question.py" line="46" />
        <source>Shuffles the incidents of the period 1 000 times and counts how many maps show a hotspot although there is none.</source>
        <translation>Blandar om periodens händelser 1 000 gånger och räknar hur många kartor som visar en hotspot fast det inte finns någon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="71" />
        <source>All categories</source>
        <translation>Alla kategorier</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="73" />
        <source>All organisations</source>
        <translation>Alla organisationer</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="99" />
        <source>Earlier period</source>
        <translation>Tidigare period</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="100" />
        <source>Later period</source>
        <translation>Senare period</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="43" />
        <location filename="../est_plugin/gui/situation_page.py" line="116" />
        <source>Compare with</source>
        <translation>Jämför med</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="118" />
        <source>Organisations</source>
        <translation>Organisationer</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="200" />
        <source>&lt;b&gt;{count} incidents&lt;/b&gt;, {change} against {first} – {last}</source>
        <translation>&lt;b&gt;{count} händelser&lt;/b&gt;, {change} mot {first} – {last}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/situation_page.py" line="219" />
        <source>No reports this period from: {names}</source>
        <translation>Inga rapporter den här perioden från: {names}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/stability_question.py" line="50" />
        <source>Looks for them again with other cell sizes and positions of the grid, and says which of them are found every time.</source>
        <translation>Letar efter dem igen med andra rutstorlekar och lägen för rutnätet, och säger vilka som hittas varje gång.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="41" />
        <source>&lt;h3&gt;Start here&lt;/h3&gt;&lt;b&gt;1. Open or create a database&lt;/b&gt;</source>
        <translation>&lt;h3&gt;Börja här&lt;/h3&gt;&lt;b&gt;1. Öppna eller skapa en databas&lt;/b&gt;</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="50" />
        <source>&lt;p&gt;&lt;b&gt;2. Take in reports&lt;/b&gt;&lt;br&gt;Press Take in reports on the tab Situation and choose a file. The reports are checked and become incidents on the map.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Make the first map&lt;/b&gt;&lt;br&gt;Choose a period on the tab Situation, press Find hotspots on the tab Hotspots, and write the map package on the tab Meeting.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;2. Ta in rapporter&lt;/b&gt;&lt;br&gt;Tryck på Ta in rapporter på fliken Lägesbild och välj en fil. Rapporterna kontrolleras och blir händelser på kartan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Gör den första kartan&lt;/b&gt;&lt;br&gt;Välj period på fliken Lägesbild, tryck på Hitta hotspots på fliken Hotspots och skapa kartpaketet på fliken Möte.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="60" />
        <source>&lt;b&gt;Only looking?&lt;/b&gt;&lt;br&gt;The demo town and its reports are made up.</source>
        <translation>&lt;b&gt;Vill du bara prova?&lt;/b&gt;&lt;br&gt;Demostaden och dess rapporter är påhittade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/start_page.py" line="70" />
        <source>Open {name} again</source>
        <translation>Öppna {name} igen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/study_area_choice.py" line="53" />
        <source>Where incidents are</source>
        <translation>Där händelserna finns</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/study_area_choice.py" line="54" />
        <source>A layer with the ground where people live and move, such as built-up areas. Empty land in it makes the town itself look hot. Without a layer the cells with incidents, and the gaps between them, are compared.</source>
        <translation>Ett lager med marken där människor bor och rör sig, till exempel tätorter. Tom mark i det får själva staden att se het ut. Utan lager jämförs rutorna med händelser och luckorna mellan dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/throw_away.py" line="20" />
        <source>Throw away what you typed?</source>
        <translation>Kasta det du har skrivit?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/throw_away.py" line="21" />
        <source>Throw away</source>
        <translation>Kasta</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/throw_away.py" line="22" />
        <source>Go on typing</source>
        <translation>Fortsätt skriva</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/transaction_groups.py" line="36" />
        <source>Switch transaction groups off</source>
        <translation>Stäng av transaktionsgrupper</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/trend_question.py" line="54" />
        <source>Follows the hotspots of the list over the last twelve periods: which are new, which are nearly always hot, and which of those become more or fewer.</source>
        <translation>Följer listans hotspots över de senaste tolv perioderna: vilka som är nya, vilka som nästan alltid är heta, och vilka av dem som ökar eller minskar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/unsaved_bar.py" line="55" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="33" />
        <source>Undo all</source>
        <translation>Ångra allt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/unsaved_bar.py" line="126" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="41" />
        <source>Not saved: {things}</source>
        <translation>Inte sparat: {things}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/unsaved_bar.py" line="54" />
        <source>Undo everything that is not saved?</source>
        <translation>Vill du ångra allt som inte är sparat?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/unsaved_bar.py" line="71" />
        <source>Save before the other database is opened?</source>
        <translation>Vill du spara innan den andra databasen öppnas?</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/untried_question.py" line="38" />
        <location filename="../est_plugin/gui/unsaved_bar.py" line="74" />
        <source>Do not save</source>
        <translation>Spara inte</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/unsaved_bar.py" line="115" />
        <source>%n role(s) of participants</source>
        <translation>
            <numerusform>%n deltagarroll</numerusform>
            <numerusform>%n deltagarroller</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/untried_question.py" line="29" />
        <source>Save what you have mended before closing?</source>
        <translation>Spara det du har rättat innan karantänen stängs?</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/untried_question.py" line="32" />
        <source>%n row(s) are mended but not tried.</source>
        <translation>
            <numerusform>%n rad är rättad men inte prövad.</numerusform>
            <numerusform>%n rader är rättade men inte prövade.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/untried_question.py" line="34" />
        <source>Words are explained but not tried.</source>
        <translation>Ord har fått en betydelse men är inte prövade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/untried_question.py" line="35" />
        <source>What you save stays in quarantine until you try it again.</source>
        <translation>Det du sparar ligger kvar i karantän tills du försöker igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_actions.py" line="67" />
        <source>With this walk</source>
        <translation>Med vandringen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_flag_measure.py" line="40" />
        <source>Flag a measure at the selected stop…</source>
        <translation>Flagga en åtgärd vid det markerade stoppet…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_flag_measure.py" line="41" />
        <source>Select a stop or an observation on the map first; the measure is linked to it.</source>
        <translation>Markera först ett stopp eller en iakttagelse på kartan; åtgärden kopplas dit.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_from_field.py" line="28" />
        <source>Bring home from the field…</source>
        <translation>Hämta hem från fältet…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_from_field.py" line="29" />
        <source>Shows what was seen, noted and photographed in the field, beside what the office changed meanwhile. Nothing is stored before you choose.</source>
        <translation>Visar vad som setts, antecknats och fotograferats i fält, bredvid det som kontoret ändrat under tiden. Inget sparas förrän du väljer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lighting.py" line="110" />
        <source>Where has the route no working lamp near, and is it dark when people walk? Uses the lamp register.</source>
        <translation>Var saknar rutten en fungerande lampa i närheten, och är det mörkt när ni går? Använder lampregistret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="49" />
        <source>In use</source>
        <translation>I bruk</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="50" />
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="62" />
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="63" />
        <source>Move up</source>
        <translation>Flytta upp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="64" />
        <source>Move down</source>
        <translation>Flytta ned</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="145" />
        <source>Checklist and roles</source>
        <translation>Checklista och roller</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="149" />
        <source>Checklist at the stops</source>
        <translation>Checklista vid stoppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="150" />
        <source>Roles of participants</source>
        <translation>Deltagarnas roller</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="152" />
        <source>An entry that is no longer needed is taken out of use; older protocols still hold it. On a server only an administrator (est_admin) may change the lists.</source>
        <translation>En rad som inte behövs längre tas ur bruk; äldre protokoll har den kvar. På en server får bara en administratör (est_admin) ändra listorna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="159" />
        <source>Save the lists</source>
        <translation>Spara listorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="188" />
        <source>Reading the lists</source>
        <translation>Läser listorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="203" />
        <source>Saving the lists</source>
        <translation>Sparar listorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="212" />
        <source>Edit the checklist…</source>
        <translation>Redigera checklistan…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_lists_dialog.py" line="213" />
        <source>Items of the checklist and roles of participants, for all walks.</source>
        <translation>Checklistans frågor och deltagarnas roller, för alla vandringar.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_measures.py" line="38" />
        <source>%n measure(s) proposed. Look at them, then save.</source>
        <translation>
            <numerusform>%n åtgärd är föreslagen. Titta igenom den och spara sedan.</numerusform>
            <numerusform>%n åtgärder är föreslagna. Titta igenom dem och spara sedan.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="50" />
        <source>Measures of the observations</source>
        <translation>Åtgärder av iakttagelserna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="62" />
        <source>Each begins as a proposal where it was seen, linked to the observation, the stop and its hotspot, and is saved when you save. What is answered with done or will not be done, or has a measure, is not listed.</source>
        <translation>Varje åtgärd börjar som ett förslag där saken iakttogs, kopplad till iakttagelsen, stoppet och stoppets hotspot, och sparas när du sparar. Det som är klart, inte ska göras eller redan har en åtgärd står inte i listan.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_measures.py" line="69" />
        <source>%n proposal(s) cannot be put on the map: the stop has no place.</source>
        <translation>
            <numerusform>%n förslag kan inte läggas på kartan: stoppet har ingen plats.</numerusform>
            <numerusform>%n förslag kan inte läggas på kartan: stoppen har ingen plats.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="148" />
        <location filename="../est_plugin/gui/walk_measures.py" line="77" />
        <source>Stop {number}</source>
        <translation>Stopp {number}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="86" />
        <source>No measure can be put on the map.</source>
        <translation>Ingen åtgärd kan läggas på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="87" />
        <source>The stops with proposals have no place on the map.</source>
        <translation>Stoppen med förslag har ingen plats på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="88" />
        <source>Set the stops on the map, then try again.</source>
        <translation>Sätt ut stoppen på kartan och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="91" />
        <source>There is no measure to make.</source>
        <translation>Det finns ingen åtgärd att göra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="92" />
        <source>No observation of the walk proposes one that is not done, declined or on the map already.</source>
        <translation>Ingen iakttagelse från vandringen föreslår en åtgärd, eller så är den redan klar, avböjd eller finns på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="96" />
        <source>Choose a proposed measure in the form of an observation first.</source>
        <translation>Välj först en föreslagen åtgärd i en iakttagelses formulär.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="101" />
        <source>Measures of the observations…</source>
        <translation>Gör åtgärder av iakttagelserna…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_measures.py" line="102" />
        <source>Flag what the observations of the selected walk propose, all at once.</source>
        <translation>Gör åtgärder av det som iakttagelserna i den markerade vandringen föreslår, på en gång.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_number_stops.py" line="22" />
        <source>%n stop(s) got another number.</source>
        <translation>
            <numerusform>%n stopp fick ett annat nummer.</numerusform>
            <numerusform>%n stopp fick andra nummer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_number_stops.py" line="24" />
        <source>The stops are numbered in the order of the route already.</source>
        <translation>Stoppen är redan numrerade i ruttens ordning.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_number_stops.py" line="29" />
        <source>Number the stops</source>
        <translation>Numrera stoppen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_number_stops.py" line="30" />
        <source>Number the stops of the selected walk in the order of its route.</source>
        <translation>Numrera den markerade vandringens stopp i ruttens ordning.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="74" />
        <source>Draw a route</source>
        <translation>Rita en rutt</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="75" />
        <source>Set stops</source>
        <translation>Sätt ut stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="76" />
        <source>Propose a safety walk…</source>
        <translation>Föreslå en trygghetsvandring…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="78" />
        <source>Past the hotspots that are selected on the page Hotspots, else the three highest ranked, and past what else you choose. Asks first.</source>
        <translation>Förbi de hotspots som är markerade på fliken Hotspots, annars de tre högst rankade, och förbi det du väljer till. Frågar först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="166" />
        <source>No safety walks yet. Draw a route, or let one be proposed.</source>
        <translation>Inga trygghetsvandringar än. Rita en rutt eller låt programmet föreslå en.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_reminders.py" line="49" />
        <location filename="../est_plugin/gui/walk_page.py" line="213" />
        <source>Without a title</source>
        <translation>Utan rubrik</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="270" />
        <location filename="../est_plugin/gui/walk_page.py" line="223" />
        <source>Follow the streets</source>
        <translation>Följ gatorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="225" />
        <source>A route runs along the streets from click to click. Hold Ctrl to draw freely.</source>
        <translation>Rutten går längs gatorna från klick till klick. Håll ner Ctrl för att rita fritt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="238" />
        <source>The lines that a proposed walk follows. They must meet at common points.</source>
        <translation>Linjerna som en föreslagen vandring följer. De måste mötas i gemensamma punkter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="251" />
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="252" />
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_page.py" line="256" />
        <source>Length in metres</source>
        <translation>Längd i meter</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="130" />
        <location filename="../est_plugin/gui/walk_page.py" line="257" />
        <source>Planned minutes</source>
        <translation>Planerade minuter</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_proposing.py" line="128" />
        <source>Proposed walk</source>
        <translation>Föreslagen vandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="99" />
        <location filename="../est_plugin/gui/walk_proposing.py" line="133" />
        <source>Unsafe place</source>
        <translation>Otrygg plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_proposing.py" line="134" />
        <source>Poor light</source>
        <translation>Bristfällig belysning</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_proposing.py" line="152" />
        <source>Proposing a walk</source>
        <translation>Föreslår en vandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_protocol.py" line="28" />
        <source>The protocol has no lines yet.</source>
        <translation>Protokollet har inga rader än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_protocol.py" line="29" />
        <source>The walk has no stops.</source>
        <translation>Vandringen har inga stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_protocol.py" line="30" />
        <source>Set stops on its route first.</source>
        <translation>Sätt stopp längs rutten först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_protocol.py" line="42" />
        <source>Fill in the protocol…</source>
        <translation>Fyll i protokollet…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_protocol.py" line="43" />
        <source>Type what was noted: a line for each stop, a column for each item.</source>
        <translation>Skriv in det som antecknades: en rad för varje stopp, en kolumn för varje fråga.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_reminders.py" line="58" />
        <source>%n observation(s) still wait(s) for an answer.</source>
        <translation>
            <numerusform>%n iakttagelse väntar fortfarande på svar.</numerusform>
            <numerusform>%n iakttagelser väntar fortfarande på svar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_reminders.py" line="60" />
        <source>the deadline of %n observation(s) has passed.</source>
        <translation>
            <numerusform>tiden har gått ut för %n iakttagelse.</numerusform>
            <numerusform>tiden har gått ut för %n iakttagelser.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_reminders.py" line="62" />
        <source>the next walk was due {day}.</source>
        <translation>nästa vandring skulle ha varit {day}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_reminders.py" line="64" />
        <source>the next walk is due {day}.</source>
        <translation>nästa vandring är {day}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_action.py" line="31" />
        <source>The report was not begun.</source>
        <translation>Rapporten påbörjades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_action.py" line="32" />
        <source>Walks, stops, participants, observations or measures are not saved yet.</source>
        <translation>Vandringar, stopp, deltagare, iakttagelser eller åtgärder är inte sparade än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_action.py" line="35" />
        <source>Save them, then write the report.</source>
        <translation>Spara dem och skriv sedan rapporten.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_action.py" line="46" />
        <source>Report to the participants…</source>
        <translation>Rapport till deltagarna…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_action.py" line="47" />
        <source>What was seen, and what becomes of it, as a PDF and a web page. You choose which comments and photos go out.</source>
        <translation>Vad som sågs och vad som händer med det, som PDF och webbsida. Du väljer vilka kommentarer och foton som går ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_choice.py" line="40" />
        <source>What was seen</source>
        <translation>Vad som sågs</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="196" />
        <location filename="../est_plugin/layers/form_fields.py" line="178" />
        <location filename="../est_plugin/layers/form_fields.py" line="79" />
        <location filename="../est_plugin/gui/walk_report_choice.py" line="41" />
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_choice.py" line="88" />
        <source>The photo cannot be read.</source>
        <translation>Fotot går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="84" />
        <source>Report to the participants</source>
        <translation>Rapport till deltagarna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="96" />
        <source>Write the report</source>
        <translation>Skriv rapporten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="132" />
        <source>The folder or a plain name is missing.</source>
        <translation>Mappen eller ett enkelt namn saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="133" />
        <source>Choose a folder, and a name without slashes.</source>
        <translation>Välj en mapp, och ett namn utan snedstreck.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="146" />
        <source>Writing the report</source>
        <translation>Skriver rapporten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="161" />
        <source>Look at each comment and each photo, and tick what everybody may see: no names, no faces, no number plates. What is not ticked stays here; the judgements and the answers always go out.</source>
        <translation>Titta på varje kommentar och varje foto, och kryssa i det som alla får se: inga namn, inga ansikten, inga registreringsskyltar. Det du inte kryssar i stannar här; bedömningarna och svaren går alltid ut.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="167" />
        <source>%n photo(s) are not listed: nobody has ticked in the form that they show no face and no plate.</source>
        <translation>
            <numerusform>%n foto står inte i listan: ingen har kryssat i formuläret att inget ansikte och ingen skylt syns.</numerusform>
            <numerusform>%n foton står inte i listan: ingen har kryssat i formuläret att inget ansikte och ingen skylt syns.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_dialog.py" line="177" />
        <source>{unanswered} of {total} observations have no answer yet. The report says of them: an answer is coming.</source>
        <translation>{unanswered} av {total} iakttagelser har inget svar än. I rapporten står det om dem: svar kommer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_done.py" line="40" />
        <source>The report is written</source>
        <translation>Rapporten är klar</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_done.py" line="42" />
        <source>It is in the folder {folder}. Look it through before you send it.</source>
        <translation>Den ligger i mappen {folder}. Läs igenom den innan du skickar den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_done.py" line="47" />
        <source>Open the PDF</source>
        <translation>Öppna PDF:en</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_done.py" line="48" />
        <source>Open the web page</source>
        <translation>Öppna webbsidan</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_done.py" line="50" />
        <source>Set the walk to Answered</source>
        <translation>Sätt vandringen till Besvarad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_report_done.py" line="78" />
        <source>The walk is answered. Save it in the EST panel.</source>
        <translation>Vandringen är besvarad. Spara i EST-panelen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="48" />
        <source>The route was not put on the streets.</source>
        <translation>Rutten lades inte på gatorna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="49" />
        <source>It was changed while the way along the streets was looked for.</source>
        <translation>Den ändrades medan vägen längs gatorna söktes.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="50" />
        <source>Try again.</source>
        <translation>Försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="91" />
        <location filename="../est_plugin/gui/walk_route.py" line="58" />
        <source>Put the route on the streets</source>
        <translation>Lägg rutten på gatorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="63" />
        <source>Putting the route on the streets</source>
        <translation>Lägger rutten på gatorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="68" />
        <source>No street leads along the route. It stays as it was.</source>
        <translation>Ingen gata går längs rutten. Den är kvar som den var.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="70" />
        <source>The route follows the streets. It moved {metres} m at most.</source>
        <translation>Rutten följer gatorna. Den flyttades högst {metres} m.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/walk_route.py" line="72" />
        <source>%n part(s) stayed straight: no street leads there.</source>
        <translation>
            <numerusform>%n del är fortfarande rak: ingen gata går där.</numerusform>
            <numerusform>%n delar är fortfarande raka: ingen gata går där.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="79" />
        <source>Change the route</source>
        <translation>Ändra rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="80" />
        <source>Insert, move and remove corners of the route with the vertex tool of QGIS.</source>
        <translation>Lägg till, flytta och ta bort hörn på rutten med QGIS nodverktyg.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="67" />
        <location filename="../est_plugin/gui/walk_route.py" line="85" />
        <source>Continue the route</source>
        <translation>Fortsätt rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="86" />
        <source>Draw on from the end of the route that is nearest to your first click.</source>
        <translation>Rita vidare från den ände av rutten som är närmast ditt första klick.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="92" />
        <source>Redraw the route along the shortest ways between its corners, in the layer chosen under Streets.</source>
        <translation>Rita om rutten längs de kortaste vägarna mellan dess hörn, i lagret under Gator.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="53" />
        <location filename="../est_plugin/gui/walk_route.py" line="99" />
        <source>Reverse the route</source>
        <translation>Vänd rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="100" />
        <source>Walk the other way; the stops are numbered anew.</source>
        <translation>Gå åt andra hållet; stoppen numreras om.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="105" />
        <source>Split the walk</source>
        <translation>Dela vandringen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="106" />
        <source>Make two walks of one: click a stop or a place on the route. Each gets the stops of its part.</source>
        <translation>Gör två vandringar av en: klicka på ett stopp eller en plats på rutten. Varje del får sina stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="113" />
        <source>Move stops</source>
        <translation>Flytta stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_route.py" line="114" />
        <source>Click a stop, then its new place. The stops are numbered anew by themselves.</source>
        <translation>Klicka på ett stopp och sedan på den nya platsen. Stoppen numreras om av sig själva.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="103" />
        <location filename="../est_plugin/gui/walk_sheet_action.py" line="29" />
        <source>The walk sheet was not written.</source>
        <translation>Vandringsbladet skrevs inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_action.py" line="30" />
        <source>Routes, stops or participants are not saved yet.</source>
        <translation>Rutter, stopp eller deltagare är inte sparade än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_action.py" line="31" />
        <source>Save them, then write the sheet again.</source>
        <translation>Spara dem och skriv bladet igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_action.py" line="41" />
        <source>Walk sheet…</source>
        <translation>Vandringsblad…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_action.py" line="42" />
        <source>A PDF to print: a sheet for the leader, a form for each stop, a map for the participants. Without incidents.</source>
        <translation>En PDF för utskrift: ett ledarblad, ett blad för varje stopp, en karta för deltagarna. Utan händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="74" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="136" />
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="49" />
        <source>Walk sheet</source>
        <translation>Vandringsblad</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="51" />
        <source>A4: a page for each stop</source>
        <translation>A4: en sida för varje stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="52" />
        <source>A3: two stops on a sheet</source>
        <translation>A3: två stopp på varje ark</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="67" />
        <source>Write the sheet</source>
        <translation>Skriv bladet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="104" />
        <source>No file is chosen.</source>
        <translation>Ingen fil är vald.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="105" />
        <source>Choose where the PDF shall be saved.</source>
        <translation>Välj var PDF-filen ska sparas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="124" />
        <source>The walk sheet is written: {file}</source>
        <translation>Vandringsbladet är klart: {file}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_dialog.py" line="125" />
        <source>Open the walk sheet</source>
        <translation>Öppna vandringsbladet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_export.py" line="55" />
        <source>Drawing the walk sheet</source>
        <translation>Ritar vandringsbladet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_sheet_export.py" line="68" />
        <source>Checking the walk sheet</source>
        <translation>Kontrollerar vandringsbladet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="52" />
        <location filename="../est_plugin/gui/walk_to_field.py" line="44" />
        <source>Safety walk to the field</source>
        <translation>Trygghetsvandring ut i fält</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="56" />
        <source>Write the folder</source>
        <translation>Skriv mappen</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="61" />
        <source>A new folder with the walk “{title}” for QField or Mergin Maps: route, stops, checklist and a map that needs no network. No incidents, no hotspots and no other walk go with it. The file README.txt in it says how it comes to the phone.</source>
        <translation>En ny mapp med vandringen ”{title}” för QField eller Mergin Maps: rutt, stopp, checklista och en karta som inte behöver nät. Inga händelser, inga hotspots och ingen annan vandring följer med. Filen README.txt i mappen säger hur den kommer till telefonen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="85" />
        <source>The folder was not written.</source>
        <translation>Mappen skrevs inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="87" />
        <source>Choose where the new folder shall be put.</source>
        <translation>Välj var den nya mappen ska ligga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="92" />
        <source>Writing the folder for the field</source>
        <translation>Skriver mappen för fältet</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="103" />
        <source>The folder for the field is written: {name}</source>
        <translation>Mappen för fältet är skriven: {name}</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="114" />
        <source>Something is not saved yet.</source>
        <translation>Något är inte sparat än.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="115" />
        <source>Routes, stops, participants or observations were changed.</source>
        <translation>Rutter, stopp, deltagare eller iakttagelser har ändrats.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="116" />
        <source>Save them, then try again.</source>
        <translation>Spara dem, och försök sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="133" />
        <source>To the field…</source>
        <translation>Ut i fält…</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/walk_to_field.py" line="134" />
        <source>A folder for QField or Mergin Maps on a phone: route, stops, checklist, camera and map.</source>
        <translation>En mapp för QField eller Mergin Maps i telefonen: rutt, stopp, checklista, kamera och karta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/word_table.py" line="37" />
        <source>Word</source>
        <translation>Ord</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="71" />
        <location filename="../est_plugin/gui/word_table.py" line="37" />
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/word_table.py" line="37" />
        <source>Means</source>
        <translation>Betyder</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/word_table.py" line="54" />
        <source>– to quarantine –</source>
        <translation>– till karantän –</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/gui/word_table.py" line="78" />
        <source>%n more word(s): is the right column chosen?</source>
        <translation>
            <numerusform>Och %n ord till: är rätt kolumn vald?</numerusform>
            <numerusform>Och %n ord till: är rätt kolumn vald?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/writer_bar.py" line="25" />
        <source>Start writing</source>
        <translation>Börja skriva</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/writer_bar.py" line="43" />
        <source>Only reading. Nobody else writes any more, so you can start.</source>
        <translation>Läsläge. Ingen annan skriver längre, så du kan börja.</translation>
    </message>
    <message>
        <location filename="../est_plugin/gui/writer_bar.py" line="44" />
        <source>Only reading: {user} on {host} writes in the database since {since}. You can start when it is closed there.</source>
        <translation>Läsläge: {user} på {host} skriver i databasen sedan {since}. Du kan börja när den är stängd där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="102" />
        <source>there is no such file or folder</source>
        <translation>filen eller mappen finns inte</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="103" />
        <source>a part of the path is no folder</source>
        <translation>en del av sökvägen är inte en mapp</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="105" />
        <location filename="../est_plugin/i18n.py" line="104" />
        <source>you have no right to do that there</source>
        <translation>du har inte rätt att göra det där</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="106" />
        <source>the disk is write-protected</source>
        <translation>disken är skrivskyddad</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="107" />
        <source>the disk is full</source>
        <translation>disken är full</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="108" />
        <source>your share of the disk is used up</source>
        <translation>ditt utrymme på disken är slut</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="109" />
        <source>the file would be too large</source>
        <translation>filen skulle bli för stor</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="110" />
        <source>another program uses it</source>
        <translation>ett annat program använder den</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="111" />
        <source>there is one already</source>
        <translation>det finns redan en</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="112" />
        <source>it is a folder</source>
        <translation>det är en mapp</translation>
    </message>
    <message>
        <location filename="../est_plugin/i18n.py" line="113" />
        <source>the name is too long</source>
        <translation>namnet är för långt</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="48" />
        <source>Case number</source>
        <translation>Ärendenummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="50" />
        <source>Occurred, or earliest time</source>
        <translation>Inträffade, eller tidigaste tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="51" />
        <source>Latest time</source>
        <translation>Senaste tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="52" />
        <source>Reported</source>
        <translation>Rapporterad</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="53" />
        <source>Easting or longitude</source>
        <translation>Östkoordinat eller longitud</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="54" />
        <source>Northing or latitude</source>
        <translation>Nordkoordinat eller latitud</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="56" />
        <source>Kind of place</source>
        <translation>Typ av plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="21" />
        <location filename="../est_plugin/intake/column_mapping.py" line="57" />
        <source>Description</source>
        <translation>Beskrivning</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="59" />
        <source>Severity</source>
        <translation>Allvarlighetsgrad</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="54" />
        <location filename="../est_plugin/intake/column_mapping.py" line="60" />
        <source>Reported to the police</source>
        <translation>Polisanmäld</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="102" />
        <source>The source has no name.</source>
        <translation>Källan saknar namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="107" />
        <source>The time zone {zone} is not known.</source>
        <translation>Tidszonen {zone} är okänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="130" />
        <source>No column is chosen for: {fields}. The file's columns: {headers}.</source>
        <translation>Ingen kolumn är vald för: {fields}. Filens kolumner: {headers}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="138" />
        <source>The file has no column {absent}. The file's columns: {headers}.</source>
        <translation>Filen har ingen kolumn {absent}. Filens kolumner: {headers}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="173" />
        <source>It is not written as expected: {error}.</source>
        <translation>Den är inte skriven som väntat: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="195" />
        <source>The column mapping {path} cannot be written.</source>
        <translation>Kolumnkopplingen {path} går inte att skriva.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="212" />
        <source>The column mapping {path} cannot be read.</source>
        <translation>Kolumnkopplingen {path} går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="133" />
        <location filename="../est_plugin/intake/column_mapping.py" line="213" />
        <source>Reading it failed: {error}.</source>
        <translation>Läsningen misslyckades: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="214" />
        <source>Choose a column mapping saved by the EST plugin.</source>
        <translation>Välj en kolumnkoppling som är sparad av insticksprogrammet EST.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="258" />
        <source>The column mapping cannot be used.</source>
        <translation>Kolumnkopplingen går inte att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/column_mapping.py" line="260" />
        <source>Choose the columns again, or another column mapping.</source>
        <translation>Välj kolumnerna igen eller en annan kolumnkoppling.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/coordinates.py" line="91" />
        <source>The coordinate system {crs} is not known.</source>
        <translation>Koordinatsystemet {crs} är okänt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/coordinates.py" line="92" />
        <source>Choose the coordinate system the reports were written in.</source>
        <translation>Välj det koordinatsystem som rapporterna är skrivna i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="191" />
        <location filename="../est_plugin/intake/csv_file.py" line="181" />
        <location filename="../est_plugin/intake/csv_file.py" line="163" />
        <location filename="../est_plugin/intake/csv_file.py" line="156" />
        <location filename="../est_plugin/intake/csv_file.py" line="71" />
        <source>The file {path} cannot be imported.</source>
        <translation>Filen {path} går inte att importera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="83" />
        <source>It is empty.</source>
        <translation>Den är tom.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="148" />
        <source>A cell is too large: {error}.</source>
        <translation>En cell är för stor: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="157" />
        <source>Its first row does not name the columns.</source>
        <translation>Den första raden innehåller inte kolumnernas namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="158" />
        <source>Put a row with the names of the columns first in the file.</source>
        <translation>Lägg en rad med kolumnernas namn först i filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="164" />
        <source>It has {count} columns; the limit is {limit}.</source>
        <translation>Den har {count} kolumner. Gränsen är {limit}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="165" />
        <source>Export it again with only the columns that are needed.</source>
        <translation>Exportera den igen med bara de kolumner som behövs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="182" />
        <source>It is larger than {limit} megabytes.</source>
        <translation>Den är större än {limit} megabyte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/csv_file.py" line="183" />
        <source>Split it, for instance by year, and import the parts.</source>
        <translation>Dela upp den, till exempel per år, och importera delarna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="63" />
        <location filename="../est_plugin/intake/csv_file.py" line="193" />
        <source>Choose a CSV file with a header row and at least one report.</source>
        <translation>Välj en CSV-fil med en rubrikrad och minst en rapport.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="73" />
        <source>The demo never replaces a file.</source>
        <translation>Demon ersätter aldrig en befintlig fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="74" />
        <source>Choose another name.</source>
        <translation>Välj ett annat namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="144" />
        <source>The map of the town could not be written to {path}.</source>
        <translation>Stadens karta kunde inte skrivas till {path}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_raster.py" line="45" />
        <location filename="../est_plugin/intake/demo_town.py" line="145" />
        <source>GDAL says: {error}.</source>
        <translation>GDAL svarar: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/demo_town.py" line="146" />
        <source>Create the demo database anew under another name.</source>
        <translation>Skapa demodatabasen på nytt med ett annat namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="46" />
        <source>The folder {folder} is still being copied or synchronised.</source>
        <translation>Mappen {folder} håller ännu på att kopieras eller synkas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="47" />
        <source>It holds an unfinished file: {name}.</source>
        <translation>Den innehåller en ofärdig fil: {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="48" />
        <source>Wait until all is there, then bring it home.</source>
        <translation>Vänta tills allt är på plats, hämta sedan hem den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="56" />
        <source>The folder {folder} holds two versions of the same walk.</source>
        <translation>Mappen {folder} innehåller två versioner av samma vandring.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="57" />
        <source>Two phones wrote at once, and the app kept both: {name}.</source>
        <translation>Två telefoner skrev samtidigt, och appen behöll båda: {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="58" />
        <source>Move each version into a folder of its own, and bring them home one after the other.</source>
        <translation>Flytta varje version till en egen mapp, och hämta hem dem en efter en.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="66" />
        <source>There is no field package in {folder}.</source>
        <translation>Det finns inget fältpaket i {folder}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="67" />
        <source>It holds no GeoPackage.</source>
        <translation>Där finns ingen GeoPackage-fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_folder.py" line="68" />
        <source>Choose the folder that came back from the field.</source>
        <translation>Välj mappen som kom tillbaka från fältet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="195" />
        <location filename="../est_plugin/intake/field_homecoming.py" line="119" />
        <location filename="../est_plugin/intake/field_homecoming.py" line="107" />
        <source>Nothing was brought home.</source>
        <translation>Inget hämtades hem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="108" />
        <source>An observation was chosen, but not the new stop that it belongs to.</source>
        <translation>En iakttagelse valdes, men inte det nya stopp som den hör till.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="109" />
        <source>Choose the stop too, or leave the observation out.</source>
        <translation>Välj stoppet också, eller lämna iakttagelsen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="120" />
        <source>The stop of an observation was deleted meanwhile.</source>
        <translation>Stoppet som en iakttagelse hör till har tagits bort under tiden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="121" />
        <source>Read the package again; it says which observation that is.</source>
        <translation>Läs in paketet igen, så ser du vilken iakttagelse det gäller.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="196" />
        <source>It is not known where the photos of {database} are kept.</source>
        <translation>Det är inte känt var fotona till {database} finns.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_homecoming.py" line="197" />
        <source>Bring the package home on the page Safety walk, which asks for the folder once.</source>
        <translation>Hämta hem paketet på sidan Trygghetsvandring, som frågar efter mappen en gång.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="54" />
        <source>Changed in the field</source>
        <translation>Ändrad i fält</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="55" />
        <source>Changed on both sides</source>
        <translation>Ändrad på båda hållen</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="56" />
        <source>Deleted in the field</source>
        <translation>Borttagen i fält</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="57" />
        <source>Cannot be stored</source>
        <translation>Kan inte sparas</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="185" />
        <source>The field package belongs to another database.</source>
        <translation>Fältpaketet hör till en annan databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="186" />
        <source>Its safety walk is not in {database}.</source>
        <translation>Dess trygghetsvandring finns inte i {database}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="187" />
        <source>Open the database that the package was made from.</source>
        <translation>Öppna databasen som paketet gjordes från.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="192" />
        <source>The database is older than the field package.</source>
        <translation>Databasen är äldre än fältpaketet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="193" />
        <source>It lacks rows that went to the field; it may be a backup.</source>
        <translation>Den saknar rader som gick ut i fält; den kan vara en säkerhetskopia.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="194" />
        <source>Open the newest database, and bring the package home there.</source>
        <translation>Öppna den nyaste databasen, och hämta hem paketet där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="278" />
        <source>The photo {name} is missing.</source>
        <translation>Fotot {name} saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_return.py" line="290" />
        <source>Its stop is gone.</source>
        <translation>Dess stopp finns inte längre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_rules.py" line="62" />
        <source>It has no id of its own.</source>
        <translation>Den har inget eget id.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_rules.py" line="69" />
        <source>{column} is empty.</source>
        <translation>{column} är tomt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_rules.py" line="80" />
        <source>“{value}” is no answer to this item.</source>
        <translation>”{value}” är inget svar på den här frågan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_rules.py" line="91" />
        <source>{column} holds “{value}”, which the database does not know.</source>
        <translation>{column} har värdet ”{value}”, som databasen inte känner till.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/field_rules.py" line="102" />
        <source>Take this out of the text: {kind}.</source>
        <translation>Ta bort detta ur texten: {kind}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="30" />
        <source>It is an Excel workbook.</source>
        <translation>Det är en Excel-arbetsbok.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="31" />
        <source>Open it in Excel, choose Save as and the type “CSV UTF-8”, and take in the new file.</source>
        <translation>Öppna den i Excel, välj Spara som och filtypen ”CSV UTF-8”, och ta in den nya filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="36" />
        <source>It is a workbook of LibreOffice or OpenOffice.</source>
        <translation>Det är en arbetsbok från LibreOffice eller OpenOffice.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="37" />
        <source>Open it there, choose Save as and the type “Text CSV” with UTF-8, and take in the new file.</source>
        <translation>Öppna den där, välj Spara som och filtypen ”Text CSV” med UTF-8, och ta in den nya filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="42" />
        <source>It is an older Excel workbook, or another document of an older Office.</source>
        <translation>Det är en äldre Excel-arbetsbok, eller ett annat dokument från ett äldre Office.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="46" />
        <source>It is a PDF.</source>
        <translation>Det är en PDF.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="47" />
        <source>Ask the source for the reports as a CSV file; a PDF holds no columns to read.</source>
        <translation>Be källan om rapporterna som en CSV-fil; en PDF har inga kolumner att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="50" />
        <source>It is a zip file.</source>
        <translation>Det är en zip-fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="51" />
        <source>Unpack it, and choose the CSV file in it.</source>
        <translation>Packa upp den och välj CSV-filen som ligger i den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="54" />
        <source>It is a GeoPackage or another SQLite database.</source>
        <translation>Det är en GeoPackage eller en annan SQLite-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="55" />
        <source>Add it as a layer in QGIS and export the layer as CSV with UTF-8. An EST database is opened at the top of the panel.</source>
        <translation>Lägg till den som ett lager i QGIS och exportera lagret som CSV med UTF-8. En EST-databas öppnar du överst i panelen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/foreign_files.py" line="62" />
        <source>It is no text file.</source>
        <translation>Det är ingen textfil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/lost_letters.py" line="31" />
        <source>In {rows} row(s) letters were garbled before the file came here; row {row}, column {column}, says “{signs}” where “{meant}” was meant.</source>
        <translation>Bokstäver blev fel redan innan filen kom hit, på {rows} rad(er). På rad {row}, i kolumnen {column}, står ”{signs}” där det skulle stå ”{meant}”.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/lost_letters.py" line="37" />
        <source>In {rows} row(s) letters were lost before the file came here; row {row}, column {column}, says “{signs}” where a letter was meant.</source>
        <translation>Bokstäver gick förlorade redan innan filen kom hit, på {rows} rad(er). På rad {row}, i kolumnen {column}, står ”{signs}” i stället för en bokstav.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/lost_letters.py" line="43" />
        <source>The file {file} was not taken in.</source>
        <translation>Filen {file} togs inte in.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/lost_letters.py" line="45" />
        <source>Export it again as UTF-8. If the register itself has lost the letters, choose to keep its texts as they are (keep_lost_letters in a mapping file).</source>
        <translation>Exportera den på nytt som UTF-8. Om bokstäverna saknas redan i källan kan du välja att behålla texterna som de är (keep_lost_letters i en kolumnkoppling).</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="68" />
        <source>The row has another number of cells than the header: {value}.</source>
        <translation>Raden har ett annat antal celler än rubrikraden: {value}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="71" />
        <source>The category is missing.</source>
        <translation>Kategorin saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="72" />
        <source>The category “{value}” is not known.</source>
        <translation>Kategorin ”{value}” är okänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="73" />
        <source>The organisation “{value}” is not known.</source>
        <translation>Organisationen ”{value}” är okänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="74" />
        <source>The time is missing.</source>
        <translation>Tiden saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="75" />
        <source>“{value}” is no date and time that can be read.</source>
        <translation>”{value}” går inte att läsa som datum och tid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="76" />
        <source>“{value}” never was: the clock was put forward to summer time.</source>
        <translation>”{value}” har aldrig funnits: klockan ställdes fram till sommartid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="79" />
        <source>“{value}” is in the future.</source>
        <translation>”{value}” ligger i framtiden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="80" />
        <source>“{value}” is before 1990.</source>
        <translation>”{value}” är före 1990.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="81" />
        <source>The incident ends before it begins: {value}.</source>
        <translation>Händelsen slutar innan den börjar: {value}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="82" />
        <source>The coordinates are missing.</source>
        <translation>Koordinaterna saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="83" />
        <source>“{value}” is no coordinate.</source>
        <translation>”{value}” är ingen koordinat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="84" />
        <source>The coordinates are 0, 0: the place is not known.</source>
        <translation>Koordinaterna är 0, 0: platsen är okänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="85" />
        <source>The coordinates {value} lie outside the area of the file's coordinate system.</source>
        <translation>Koordinaterna {value} ligger utanför området för filens koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="88" />
        <source>The coordinates {value} lie outside the area of the database's coordinate system.</source>
        <translation>Koordinaterna {value} ligger utanför området för databasens koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="91" />
        <source>The severity “{value}” is no whole number 1–5.</source>
        <translation>Allvarlighetsgraden ”{value}” är inget heltal 1–5.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="92" />
        <source>“{value}” does not say whether the police were told: yes, no or unknown.</source>
        <translation>”{value}” säger inte om händelsen är polisanmäld: ja, nej eller okänt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="97" />
        <source>Another number of cells than the header.</source>
        <translation>Raden har ett annat antal celler än rubrikraden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="98" />
        <source>The category is not known.</source>
        <translation>Kategorin är okänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="99" />
        <source>The organisation is not known.</source>
        <translation>Organisationen är okänd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="100" />
        <source>The date and time cannot be read.</source>
        <translation>Datum och klockslag går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="101" />
        <source>The time never was: the clock was put forward to summer time.</source>
        <translation>Klockslaget har inte funnits: klockan ställdes fram till sommartid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="104" />
        <source>The time is in the future.</source>
        <translation>Tiden ligger i framtiden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="105" />
        <source>The time is before 1990.</source>
        <translation>Tiden är före 1990.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="106" />
        <source>The incident ends before it begins.</source>
        <translation>Händelsen slutar innan den börjar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="107" />
        <source>The coordinate is no number.</source>
        <translation>Koordinaten är inget tal.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="108" />
        <source>The coordinates lie outside the area of the file's coordinate system.</source>
        <translation>Koordinaterna ligger utanför området för filens koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="111" />
        <source>The coordinates lie outside the area of the database's coordinate system.</source>
        <translation>Koordinaterna ligger utanför området för databasens koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="114" />
        <source>The severity is no whole number 1–5.</source>
        <translation>Allvarlighetsgraden är inget heltal 1–5.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/reasons.py" line="115" />
        <source>It does not say whether the police were told: yes, no or unknown.</source>
        <translation>Det framgår inte om händelsen är polisanmäld: ja, nej eller okänt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="29" />
        <source>{file}: {rows} rows = {accepted} new + {known} known already + {quarantined} in quarantine.</source>
        <translation>{file}: {rows} rader = {accepted} nya + {known} redan kända + {quarantined} i karantän.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="38" />
        <source>Read as {encoding}, cells separated by “{delimiter}”.</source>
        <translation>Läst som {encoding}, celler avgränsade med ”{delimiter}”.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="47" />
        <source>The new incidents occurred from {first} to {last}.</source>
        <translation>De nya händelserna inträffade mellan {first} och {last}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="51" />
        <source>%n report(s) known already now say something else; what is stored stays: {refs}</source>
        <translation>
            <numerusform>%n känd rapport har nu annat innehåll; det som är lagrat ändras inte: {refs}</numerusform>
            <numerusform>%n kända rapporter har nu annat innehåll; det som är lagrat ändras inte: {refs}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="58" />
        <source>%n row(s) without case number say the same as an earlier row of the file. Each counts as a report of its own.</source>
        <translation>
            <numerusform>%n rad utan ärendenummer säger samma sak som en tidigare rad i filen. Den räknas som en egen rapport.</numerusform>
            <numerusform>%n rader utan ärendenummer säger samma sak som en tidigare rad i filen. Var och en räknas som en egen rapport.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="67" />
        <source>Masked in the texts: {kind}: {count}</source>
        <translation>Maskerat i texterna: {kind}: {count}</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="71" />
        <source>{count} reports ({share:.0%}) lie on one point, {x:.0f} {y:.0f}: a default place?</source>
        <translation>{count} rapporter ({share:.0%}) ligger på samma punkt, {x:.0f} {y:.0f}: en standardpunkt?</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="75" />
        <source>A quote without its pair was taken as a plain sign in row: {rows}</source>
        <translation>Ett ensamt citattecken lästes som ett vanligt tecken på rad: {rows}</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="79" />
        <source>Letters lost before the file came here stay lost in %n row(s).</source>
        <translation>
            <numerusform>På %n rad saknas bokstäver som gick förlorade innan filen kom hit.</numerusform>
            <numerusform>På %n rader saknas bokstäver som gick förlorade innan filen kom hit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="86" />
        <source>%n control sign(s) were removed.</source>
        <translation>
            <numerusform>%n styrtecken togs bort.</numerusform>
            <numerusform>%n styrtecken togs bort.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="92" />
        <source>tab</source>
        <translation>tabb</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="93" />
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="94" />
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="95" />
        <source>vertical bar</source>
        <translation>lodstreck</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="97" />
        <source>{rows}, {columns}; {encoding}, separated by {delimiter}</source>
        <translation>{rows}, {columns} · {encoding}, avgränsad med {delimiter}</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="98" />
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="99" />
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n kolumn</numerusform>
            <numerusform>%n kolumner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/intake/report_text.py" line="107" />
        <source>%n row(s): {rule}</source>
        <translation>
            <numerusform>%n rad: {rule}</numerusform>
            <numerusform>%n rader: {rule}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="109" />
        <source>“{word}”</source>
        <translation>”{word}”</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="110" />
        <source>For example {values}.</source>
        <translation>Till exempel {values}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/intake/report_text.py" line="114" />
        <source>Unknown categories: {words}</source>
        <translation>Okända kategorier: {words}</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/conflicts.py" line="231" />
        <location filename="../est_plugin/layers/conflicts.py" line="133" />
        <source>Settle conflicts</source>
        <translation>Avgör krockar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="35" />
        <source>{values} more</source>
        <translation>{values} fler</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="36" />
        <source>{values} fewer</source>
        <translation>{values} färre</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="37" />
        <source>{values} times as many</source>
        <translation>{values} gånger så många</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="110" />
        <source>about as before, or too few to tell</source>
        <translation>ungefär som förut eller för få</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="127" />
        <source>under {limit}</source>
        <translation>under {limit}</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="130" />
        <source>over {limit}</source>
        <translation>över {limit}</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_colours.py" line="132" />
        <source>{lower} to {upper}</source>
        <translation>{lower} till {upper}</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_raster.py" line="44" />
        <source>The heatmap {path} could not be written.</source>
        <translation>Värmekartan {path} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_style.py" line="38" />
        <location filename="../est_plugin/layers/density_raster.py" line="46" />
        <source>Check that the folder exists and that the disk is not full.</source>
        <translation>Kontrollera att mappen finns och att disken inte är full.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_style.py" line="36" />
        <source>The style {path} could not be written.</source>
        <translation>Stilen {path} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/density_style.py" line="37" />
        <source>QGIS says: {error}</source>
        <translation>QGIS säger: {error}</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="24" />
        <source>The EST layers cannot be edited in this project.</source>
        <translation>EST-lagren kan inte redigeras i det här projektet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="25" />
        <source>It uses transaction groups: when one row is refused, QGIS can lose what was changed in other layers.</source>
        <translation>Projektet använder transaktionsgrupper. Om en rad nekas kan QGIS då tappa ändringar i andra lager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="29" />
        <source>Switch transaction groups off, then edit.</source>
        <translation>Stäng av transaktionsgrupper och redigera sedan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="47" />
        <source>Transaction groups are still on.</source>
        <translation>Transaktionsgrupperna är fortfarande på.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="48" />
        <source>A layer of the project holds edits that are not saved.</source>
        <translation>Ett lager i projektet har ändringar som inte är sparade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="49" />
        <source>Save or discard them, then switch the groups off.</source>
        <translation>Spara eller ångra dem och stäng sedan av grupperna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="76" />
        <source>The layer {layer} cannot be edited.</source>
        <translation>Lagret {layer} går inte att redigera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="77" />
        <source>It is read-only, or the file is.</source>
        <translation>Lagret eller filen är skrivskyddad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="78" />
        <source>Check that you may write to the database; if not, the EST panel says why.</source>
        <translation>Kontrollera att du får skriva i databasen; om inte, säger EST-panelen varför.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="125" />
        <source>The change of the layer {layer} was refused.</source>
        <translation>Ändringen av lagret {layer} godtogs inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="126" />
        <source>QGIS could not apply it.</source>
        <translation>QGIS kunde inte genomföra den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/edits.py" line="127" />
        <source>Nothing was changed. Check the layer and try again.</source>
        <translation>Inget ändrades. Kontrollera lagret och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/passwords.py" line="43" />
        <location filename="../est_plugin/layers/filters.py" line="64" />
        <source>The layer {layer} is being edited.</source>
        <translation>Lagret {layer} redigeras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/filters.py" line="65" />
        <source>Save or discard the edits, then choose again.</source>
        <translation>Spara eller kasta ändringarna och välj sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/filters.py" line="79" />
        <source>The layer {layer} could not be filtered.</source>
        <translation>Lagret {layer} kunde inte filtreras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/filters.py" line="80" />
        <source>Its data source refused the filter.</source>
        <translation>Datakällan godtog inte filtret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/filters.py" line="81" />
        <source>Check that the database is there, then open it again.</source>
        <translation>Kontrollera att databasen finns och öppna den igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/flag_reason.py" line="73" />
        <source>It is not clear what the measure is for.</source>
        <translation>Det är oklart vad åtgärden gäller.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/flag_reason.py" line="74" />
        <source>Nothing is selected, or more than one hotspot, stop or observation.</source>
        <translation>Inget är markerat, eller mer än en hotspot, ett stopp eller en iakttagelse.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/flag_reason.py" line="75" />
        <source>Select one hotspot, stop or observation, or any number of incidents, then try again.</source>
        <translation>Markera en hotspot, ett stopp eller en iakttagelse, eller hur många händelser som helst, och försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_answers.py" line="29" />
        <source>This looks like a person. Write the function only: a protocol names nobody.</source>
        <translation>Det här ser ut som en person. Skriv bara funktionen: ett protokoll nämner ingen vid namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_answers.py" line="51" />
        <source>Not an answer to this item. Most take 0 (good) to 3 (bad), the feeling 1 (unsafe) to 5 (safe), some yes or no. A text goes into the comment.</source>
        <translation>Svaret passar inte frågan. De flesta besvaras med 0 (bra) till 3 (stor brist), känslan med 1 (otrygg) till 5 (trygg), några med ja eller nej. Text skrivs i kommentaren.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="27" />
        <source>Happened, or earliest</source>
        <translation>Inträffade, eller tidigast</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="32" />
        <source>Latest</source>
        <translation>Senast</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="33" />
        <source>The time of day is known</source>
        <translation>Klockslaget är känt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="35" />
        <source>Type of place</source>
        <translation>Typ av plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="36" />
        <source>Description (no persons)</source>
        <translation>Beskrivning (inga personer)</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="37" />
        <source>Severity, 1 to 5</source>
        <translation>Allvarlighetsgrad, 1 till 5</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="45" />
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="50" />
        <source>Reported by</source>
        <translation>Rapporterad av</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="51" />
        <source>Reported at</source>
        <translation>Rapporterad</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="59" />
        <source>Precision of the place, m</source>
        <translation>Platsens noggrannhet, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="64" />
        <source>Id in the source</source>
        <translation>Id i källan</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="68" />
        <source>Darkness</source>
        <translation>Mörker</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="84" />
        <source>Analysis</source>
        <translation>Analys</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="88" />
        <source>Incidents, period before</source>
        <translation>Händelser, perioden före</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="89" />
        <location filename="../est_plugin/processing/exportpackage.py" line="89" />
        <location filename="../est_plugin/layers/form_fields.py" line="95" />
        <source>First day</source>
        <translation>Första dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="96" />
        <source>End of the period</source>
        <translation>Periodens slut</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="97" />
        <source>z value</source>
        <translation>z-värde</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="98" />
        <source>q value (corrected significance)</source>
        <translation>q-värde (korrigerad signifikans)</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="102" />
        <source>Priority, 0 to 3</source>
        <translation>Prioritering, 0 till 3</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="104" />
        <source>Common</source>
        <translation>Vanligt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="105" />
        <source>Long-lasting</source>
        <translation>Långvarigt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="106" />
        <source>Deviates from similar areas</source>
        <translation>Avviker från liknande områden</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="107" />
        <source>Delimited in space</source>
        <translation>Avgränsbart geografiskt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="108" />
        <source>Can be influenced</source>
        <translation>Påverkbart</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="109" />
        <source>Costly</source>
        <translation>Kostsamt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="110" />
        <source>Affects many</source>
        <translation>Påverkar många</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="121" />
        <source>Starts</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="122" />
        <source>Ends</source>
        <translation>Slutar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="131" />
        <source>Reason</source>
        <translation>Anledning</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="136" />
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="142" />
        <source>Organiser (function)</source>
        <translation>Arrangör (funktion)</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="147" />
        <source>Note taker (function)</source>
        <translation>Antecknare (funktion)</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="151" />
        <source>Weather</source>
        <translation>Väder</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="163" />
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="164" />
        <source>How many</source>
        <translation>Antal</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="174" />
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="176" />
        <source>Land owner</source>
        <translation>Markägare</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="48" />
        <location filename="../est_plugin/layers/form_fields.py" line="190" />
        <source>Walk stop</source>
        <translation>Stopp på vandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="195" />
        <source>Judgement (0 good … 3 bad)</source>
        <translation>Bedömning (0 bra … 3 stor brist)</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="197" />
        <source>Photo (file)</source>
        <translation>Foto (fil)</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="199" />
        <source>The photo shows no face and no plate</source>
        <translation>Fotot visar inget ansikte och ingen registreringsskylt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="201" />
        <source>Seen at</source>
        <translation>Sett</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="208" />
        <source>Quick or long-term</source>
        <translation>Snabbt eller långsiktigt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="209" />
        <source>Priority, 1 (most urgent) to 3</source>
        <translation>Prioritet, 1 (mest brådskande) till 3</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="211" />
        <source>Deadline</source>
        <translation>Senast</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/form_fields.py" line="213" />
        <source>Answer to the participants</source>
        <translation>Svar till deltagarna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="106" />
        <location filename="../est_plugin/layers/forms.py" line="170" />
        <source>Photos</source>
        <translation>Foton</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/journal.py" line="201" />
        <source>Your unsaved work is not protected against a crash.</source>
        <translation>Det du inte har sparat är inte skyddat om QGIS kraschar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/journal.py" line="202" />
        <source>Nothing can be written in {folder}: {error}.</source>
        <translation>Det går inte att skriva i {folder}: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/journal.py" line="203" />
        <source>Save often, and make room or ask for the right.</source>
        <translation>Spara ofta, och frigör utrymme eller be om rättighet till mappen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/lamp_layer.py" line="84" />
        <source>The lamps cannot be read.</source>
        <translation>Lamporna kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/lamp_layer.py" line="85" />
        <source>Their layer has no field {name} any more.</source>
        <translation>Lagret har inte längre fältet {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/lamp_layer.py" line="86" />
        <source>Say again which fields it has, under Lamp register.</source>
        <translation>Ange på nytt vilka fält det har, under Lampregister.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="24" />
        <source>Frame: proposed or assessed</source>
        <translation>Ram: föreslagen eller bedömd</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="25" />
        <source>Frame: decided, planned or in progress</source>
        <translation>Ram: beslutad, planerad eller pågår</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="26" />
        <source>Frame: done or further</source>
        <translation>Ram: genomförd eller längre</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="27" />
        <source>Frame: rejected, handed over or on hold</source>
        <translation>Ram: avvisad, överlämnad eller pausad</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="28" />
        <source>Not answered</source>
        <translation>Utan svar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="29" />
        <source>Main road</source>
        <translation>Större väg</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="30" />
        <source>Street</source>
        <translation>Gata</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="31" />
        <source>Path</source>
        <translation>Gångväg</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="32" />
        <source>Water</source>
        <translation>Vatten</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="33" />
        <source>Green area</source>
        <translation>Grönområde</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="34" />
        <source>Other area</source>
        <translation>Annat område</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/legends.py" line="69" />
        <source>Other category</source>
        <translation>Annan kategori</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/lighting_measures.py" line="94" />
        <source>No working lamp along {length} m of the route. Found for the walk “{walk}”.</source>
        <translation>Ingen fungerande lampa längs {length} m av rutten. Hittades för vandringen ”{walk}”.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/lighting_measures.py" line="123" />
        <source>Propose lighting</source>
        <translation>Föreslå belysning</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/lighting_measures.py" line="149" />
        <source>There is no layer for the measures.</source>
        <translation>Det finns inget lager för åtgärderna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/drawing_tool.py" line="103" />
        <location filename="../est_plugin/layers/new_measure.py" line="119" />
        <location filename="../est_plugin/layers/lighting_measures.py" line="150" />
        <source>The EST layers are not in the project.</source>
        <translation>EST-lagren finns inte i projektet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/drawing_tool.py" line="104" />
        <location filename="../est_plugin/layers/protocol.py" line="110" />
        <location filename="../est_plugin/layers/new_measure.py" line="120" />
        <location filename="../est_plugin/layers/lighting_measures.py" line="151" />
        <source>Open the database again.</source>
        <translation>Öppna databasen igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/local_time.py" line="115" />
        <source>Write times in UTC</source>
        <translation>Skriv tider i UTC</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="23" />
        <source>Due date</source>
        <translation>Slutdatum</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="30" />
        <source>Decided by</source>
        <translation>Beslutad av</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="31" />
        <source>Registry number</source>
        <translation>Diarienummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="32" />
        <source>Latest step at</source>
        <translation>Senaste steget</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="33" />
        <source>Latest step by</source>
        <translation>Senaste steget av</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="34" />
        <source>Note of the latest step</source>
        <translation>Anteckning om senaste steget</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="36" />
        <source>Estimated cost, SEK</source>
        <translation>Beräknad kostnad, kr</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="37" />
        <source>Cost, SEK</source>
        <translation>Kostnad, kr</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="38" />
        <source>Funding</source>
        <translation>Finansiering</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="42" />
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="56" />
        <source>Expected effect</source>
        <translation>Förväntad effekt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="60" />
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="63" />
        <source>Follow up on</source>
        <translation>Följ upp den</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="64" />
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="65" />
        <source>Text for the public</source>
        <translation>Text till allmänheten</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="75" />
        <source>Hours and minutes, such as 20:00</source>
        <translation>Timmar och minuter, till exempel 20:00</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="88" />
        <source>What is banned</source>
        <translation>Vad som förbjuds</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="90" />
        <source>Vehicles</source>
        <translation>Fordon</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="94" />
        <source>From, HH:MM</source>
        <translation>Från, TT:MM</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="99" />
        <source>Until, HH:MM</source>
        <translation>Till, TT:MM</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="102" />
        <source>Season or validity, first day</source>
        <translation>Säsong eller giltighet, första dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="103" />
        <source>Season or validity, last day</source>
        <translation>Säsong eller giltighet, sista dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="104" />
        <source>Exceptions</source>
        <translation>Undantag</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="110" />
        <source>Authority that decides</source>
        <translation>Myndighet som beslutar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="111" />
        <source>Inside a built-up area</source>
        <translation>Inom tättbebyggt område</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="114" />
        <source>STFS id</source>
        <translation>STFS-nummer</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="118" />
        <source>Authority, year and number, such as 1781 2026:00012</source>
        <translation>Myndighet, år och nummer, till exempel 1781 2026:00012</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="126" />
        <location filename="../est_plugin/layers/measure_form.py" line="124" />
        <source>Signs</source>
        <translation>Vägmärken</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="127" />
        <source>Number of signs</source>
        <translation>Antal vägmärken</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="128" />
        <source>Signs put up on</source>
        <translation>Vägmärken uppsatta</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="132" />
        <source>Valid when</source>
        <translation>Gäller när</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="136" />
        <source>Decided by the right authority</source>
        <translation>Rätt myndighet har beslutat</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="142" />
        <source>Published in STFS</source>
        <translation>Publicerad i STFS</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="147" />
        <source>What is published has an STFS id, under Decision</source>
        <translation>Det som är publicerat har ett STFS-nummer, under Beslut</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_form.py" line="151" />
        <source>The right sign is up</source>
        <translation>Rätt vägmärke är uppsatt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/measure_steps.py" line="85" />
        <source>Step of a measure</source>
        <translation>Steg för en åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/new_layers.py" line="159" />
        <source>The table {table} of {path} cannot be shown.</source>
        <translation>Tabellen {table} i {path} går inte att visa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/new_layers.py" line="160" />
        <source>QGIS found no such table, or no right to read it.</source>
        <translation>QGIS hittade ingen sådan tabell eller får inte läsa den.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/new_layers.py" line="161" />
        <source>Check that you may read it, then open the database again.</source>
        <translation>Kontrollera att du får läsa den och öppna sedan databasen igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/new_layers.py" line="182" />
        <source>The style {style} could not be loaded.</source>
        <translation>Stilen {style} kunde inte läsas in.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/new_measure.py" line="108" />
        <source>Link to incidents</source>
        <translation>Koppla till händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/drawing_tool.py" line="102" />
        <location filename="../est_plugin/layers/new_measure.py" line="118" />
        <source>There is no layer to draw on.</source>
        <translation>Det finns inget lager att rita i.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_measures.py" line="114" />
        <source>Propose measures</source>
        <translation>Föreslå åtgärder</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="58" />
        <source>Take in the photo</source>
        <translation>Hämta in fotot</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="70" />
        <source>Look at the new photo</source>
        <translation>Titta på det nya fotot</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="110" />
        <source>The photo {name} was not stored with its observation.</source>
        <translation>Fotot {name} sparades inte med sin iakttagelse.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="111" />
        <source>Nobody has said yet where the photos of this database are kept.</source>
        <translation>Ingen har sagt än var fotona till den här databasen ska ligga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="112" />
        <source>Choose the photo in the form again, then the folder.</source>
        <translation>Välj fotot i formuläret igen, och sedan mappen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="126" />
        <source>Put observations at their stop</source>
        <translation>Lägg iakttagelser vid sitt stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="144" />
        <source>The stop of an observation is gone.</source>
        <translation>Stoppet som en iakttagelse hör till finns inte längre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="145" />
        <source>Somebody deleted it meanwhile; the observation is saved without it.</source>
        <translation>Någon har tagit bort det under tiden. Iakttagelsen sparas utan det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/observation_upkeep.py" line="146" />
        <source>Choose another stop in the form of the observation, or restore the stop in the history.</source>
        <translation>Välj ett annat stopp i iakttagelsens formulär, eller återställ stoppet i historiken.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/passwords.py" line="44" />
        <source>Save or discard the edits, then save the project again.</source>
        <translation>Spara eller ångra ändringarna och spara sedan projektet igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="130" />
        <source>The photo {name} could not be copied.</source>
        <translation>Fotot {name} kunde inte kopieras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="131" />
        <source>The folder {folder} refuses it: {error}.</source>
        <translation>Mappen {folder} tar inte emot det: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="132" />
        <source>Check that the folder is there, has room, and that you may write to it; then try again.</source>
        <translation>Kontrollera att mappen finns, har plats och att du får skriva i den. Försök sedan igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="144" />
        <source>The photo {name} is not there.</source>
        <translation>Fotot {name} finns inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="145" />
        <source>No file has the name {path}.</source>
        <translation>Ingen fil heter {path}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="146" />
        <source>Choose the photo again.</source>
        <translation>Välj fotot igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="158" />
        <location filename="../est_plugin/layers/photos.py" line="152" />
        <source>The photo {name} cannot be read.</source>
        <translation>Fotot {name} kan inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="153" />
        <source>It is in the phone's HEIC format, which this computer cannot show.</source>
        <translation>Det är i telefonens format HEIC, som den här datorn inte kan visa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="154" />
        <source>Save it as JPEG on the phone, then choose that file.</source>
        <translation>Spara det som JPEG i telefonen och välj den filen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="159" />
        <source>It is no whole picture: {error}.</source>
        <translation>Det är ingen hel bild: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/photos.py" line="160" />
        <source>Choose a photo in JPEG or PNG.</source>
        <translation>Välj ett foto i JPEG eller PNG.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/protocol.py" line="95" />
        <source>Fill in the protocol</source>
        <translation>Fyll i protokollet</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/protocol.py" line="108" />
        <source>The protocol cannot be shown.</source>
        <translation>Protokollet kan inte visas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/protocol.py" line="109" />
        <source>The layers of stops and observations are not in the project.</source>
        <translation>Lagren med stopp och iakttagelser finns inte i projektet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="58" />
        <source>Walk stops</source>
        <translation>Stopp på vandringar</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="60" />
        <source>Measures at a place</source>
        <translation>Åtgärder på en plats</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="61" />
        <source>Measures along a stretch</source>
        <translation>Åtgärder längs en sträcka</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="62" />
        <source>Measures in an area</source>
        <translation>Åtgärder i ett område</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="67" />
        <source>Traffic rules</source>
        <translation>Trafikföreskrifter</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="68" />
        <source>Words of traffic rules</source>
        <translation>Ord i trafikföreskrifter</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="69" />
        <source>Incidents of measures</source>
        <translation>Händelser som åtgärder gäller</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="70" />
        <source>Causes</source>
        <translation>Orsaker</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="72" />
        <source>Street lamps</source>
        <translation>Gatlampor</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="74" />
        <source>Buildings</source>
        <translation>Byggnader</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/roles.py" line="75" />
        <source>Parks, water and other areas</source>
        <translation>Parker, vatten och andra områden</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="40" />
        <source>The walk has no route to change.</source>
        <translation>Vandringen har ingen rutt att ändra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="41" />
        <source>The walk was deleted, or it was never drawn.</source>
        <translation>Vandringen är borttagen eller aldrig ritad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="42" />
        <source>Draw a route first.</source>
        <translation>Rita en rutt först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/stop_numbers.py" line="40" />
        <location filename="../est_plugin/layers/route_edits.py" line="103" />
        <source>Number stops</source>
        <translation>Numrera stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="122" />
        <source>Split the route</source>
        <translation>Dela rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="159" />
        <source>The route cannot be split there.</source>
        <translation>Rutten kan inte delas där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="160" />
        <source>The place is an end of the route: one part would have no length.</source>
        <translation>Platsen är en ände av rutten: ena delen skulle sakna längd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="161" />
        <source>Click a place between both ends.</source>
        <translation>Klicka på en plats mellan ändarna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="167" />
        <source>It is not clear where the route shall be split.</source>
        <translation>Det är oklart var rutten ska delas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="168" />
        <source>It passes there more than once.</source>
        <translation>Den går förbi där mer än en gång.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="169" />
        <source>Click a stop of the walk, or a place that it passes once.</source>
        <translation>Klicka på ett av vandringens stopp, eller på en plats som den passerar en gång.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/route_edits.py" line="185" />
        <source>{title}, part 2</source>
        <translation>{title}, del 2</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="43" />
        <source>Forgotten</source>
        <translation>Glömt</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="44" />
        <source>Purged</source>
        <translation>Gallrat</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/row_history.py" line="47" />
        <source>No change of this row is stored.</source>
        <translation>Ingen ändring av raden är sparad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="228" />
        <location filename="../est_plugin/layers/shown_walk.py" line="103" />
        <source>There is no route to look along.</source>
        <translation>Det finns ingen rutt att titta längs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/stop_numbers.py" line="35" />
        <location filename="../est_plugin/layers/shown_walk.py" line="104" />
        <source>The walk was deleted, or it has no route.</source>
        <translation>Vandringen är borttagen eller saknar rutt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="230" />
        <location filename="../est_plugin/layers/stop_numbers.py" line="36" />
        <location filename="../est_plugin/layers/shown_walk.py" line="105" />
        <source>Draw the route first.</source>
        <translation>Rita rutten först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/stop_numbers.py" line="34" />
        <source>The stops cannot be numbered.</source>
        <translation>Stoppen går inte att numrera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="110" />
        <source>The walk cannot be measured in {crs}.</source>
        <translation>Vandringen går inte att mäta i {crs}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="111" />
        <source>It has no metres, or the stretched ones of web maps.</source>
        <translation>Det har inga meter, eller webbkartornas utdragna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="112" />
        <source>Use a layer in SWEREF 99, or reproject it first.</source>
        <translation>Använd ett lager i SWEREF 99, eller projicera om det först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="124" />
        <source>The filter of the streets is no valid expression.</source>
        <translation>Filtret för gatorna är inget giltigt uttryck.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="187" />
        <location filename="../est_plugin/processing/walk_inputs.py" line="170" />
        <location filename="../est_plugin/layers/street_reading.py" line="126" />
        <source>Correct the expression, or leave it empty.</source>
        <translation>Rätta uttrycket eller lämna det tomt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="136" />
        <source>The layer is empty, or the filter leaves nothing.</source>
        <translation>Lagret är tomt, eller så tar filtret bort allt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/street_reading.py" line="137" />
        <source>Choose another layer of streets or another filter.</source>
        <translation>Välj ett annat lager med gator eller ett annat filter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/unsaved.py" line="161" />
        <source>The edits of {layer} were not saved.</source>
        <translation>Ändringarna i {layer} sparades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/unsaved.py" line="162" />
        <source>The database says: {error}.</source>
        <translation>Databasen svarar: {error}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/unsaved.py" line="163" />
        <source>They are still in the layer. Correct and save again.</source>
        <translation>De finns kvar i lagret. Rätta och spara igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_light.py" line="34" />
        <source>The light was not entered.</source>
        <translation>Ljuset skrevs inte in.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_light.py" line="35" />
        <source>The walk was deleted, or its protocol names the light already.</source>
        <translation>Vandringen är raderad, eller så står ljuset redan i protokollet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_light.py" line="36" />
        <source>Open the form of the walk to see or change it.</source>
        <translation>Öppna vandringens formulär för att se eller ändra det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_light.py" line="38" />
        <source>Enter the light</source>
        <translation>Skriv in ljuset</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_network.py" line="80" />
        <source>The nearest place that would do is {nearest} m away, at {x}, {y}. Move the stop there, leave it out, or choose other streets. Lines that cross without a common point are not connected: Split with lines in the toolbox gives them one.</source>
        <translation>Närmaste plats som går ligger {nearest} m bort, vid {x}, {y}. Flytta stoppet dit, uteslut det eller välj andra gator. Linjer som korsar varandra utan en gemensam punkt hänger inte ihop: Dela med linjer i verktygslådan ger dem en.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_network.py" line="90" />
        <source>The place “{name}” is {distance} m from the nearest street.</source>
        <translation>Platsen ”{name}” ligger {distance} m från närmaste gata.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_network.py" line="91" />
        <source>A stop may be at most {limit} m away.</source>
        <translation>Ett stopp får ligga högst {limit} m bort.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_network.py" line="99" />
        <source>No way leads to the place “{name}”.</source>
        <translation>Ingen väg leder till platsen ”{name}”.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_network.py" line="100" />
        <source>Its street is not connected with the streets of the other places.</source>
        <translation>Gatan hänger inte ihop med de andra platsernas gator.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="117" />
        <source>The walk cannot end in two places.</source>
        <translation>Vandringen kan inte sluta på två platser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="118" />
        <source>A walk back to the beginning ends there, and an end was given too.</source>
        <translation>En vandring tillbaka till början slutar där, och ett slut är också angivet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="119" />
        <source>Choose one of them.</source>
        <translation>Välj ett av dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="125" />
        <source>There are {count} stops, more than one walk can visit.</source>
        <translation>Det är {count} stopp, fler än en vandring hinner med.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="126" />
        <source>At most {most} places can be put in order.</source>
        <translation>Högst {most} platser kan ordnas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="127" />
        <source>Choose fewer stops, for example of one district.</source>
        <translation>Välj färre stopp, till exempel i ett område.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="139" />
        <source>A walk needs at least two places.</source>
        <translation>En vandring behöver minst två platser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="193" />
        <location filename="../est_plugin/layers/walk_proposal.py" line="140" />
        <source>A route runs from one place to another.</source>
        <translation>En rutt går från en plats till en annan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="141" />
        <source>Choose more stops, or a start and a stop.</source>
        <translation>Välj fler stopp, eller en start och ett stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="174" />
        <source>No walk fits into the time.</source>
        <translation>Ingen vandring ryms i tiden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="175" />
        <source>The shortest one takes {needed} minutes, and you allow {limit}.</source>
        <translation>Den kortaste tar {needed} minuter, och du har angett {limit}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="176" />
        <source>Allow more time, or choose a start and an end that are nearer to the stops.</source>
        <translation>Ge mer tid, eller välj en start och ett slut närmare stoppen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="192" />
        <source>All places are at the same spot of the street.</source>
        <translation>Alla platser ligger på samma ställe längs gatan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_proposal.py" line="194" />
        <source>Choose places farther from each other.</source>
        <translation>Välj platser som ligger längre från varandra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_status.py" line="31" />
        <source>The status of the walk was not changed.</source>
        <translation>Vandringens status ändrades inte.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_status.py" line="32" />
        <source>The walk is not on the map any more.</source>
        <translation>Vandringen finns inte längre på kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_status.py" line="33" />
        <source>Open its database again, and change the status in its form.</source>
        <translation>Öppna dess databas igen och ändra statusen i formuläret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_status.py" line="35" />
        <source>Status of the walk</source>
        <translation>Vandringens status</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/walk_upkeep.py" line="173" />
        <source>Plan the minutes</source>
        <translation>Räkna om tiden</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/wgs84.py" line="79" />
        <source>The place of the sun cannot be worked out.</source>
        <translation>Solens läge går inte att räkna ut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/wgs84.py" line="80" />
        <source>A point lies outside the area of the coordinate system {crs}.</source>
        <translation>En punkt ligger utanför området för koordinatsystemet {crs}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/wgs84.py" line="81" />
        <source>Correct the coordinates, or the coordinate system of the layer.</source>
        <translation>Rätta koordinaterna eller lagrets koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/whole_reading.py" line="34" />
        <source>The list could not be read.</source>
        <translation>Listan kunde inte läsas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/whole_reading.py" line="36" />
        <source>What you see was read last. It is read again when the server answers.</source>
        <translation>Du ser det som lästes senast. Listan läses igen när servern svarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/whole_reading.py" line="54" />
        <source>The layer {name} was not read to its end.</source>
        <translation>Lagret {name} lästes inte till slut.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/whole_reading.py" line="55" />
        <source>First it had {count} rows, then {again}: the connection broke, or somebody is saving.</source>
        <translation>Först hade det {count} rader, sedan {again}: förbindelsen bröts, eller så sparar någon just nu.</translation>
    </message>
    <message>
        <location filename="../est_plugin/layers/whole_reading.py" line="58" />
        <source>Nothing was computed from half of the rows. Try again.</source>
        <translation>Inget räknades på en del av raderna. Försök igen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/map_crs.py" line="26" />
        <source>The place cannot be found in {crs}.</source>
        <translation>Platsen går inte att hitta i {crs}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/map_crs.py" line="27" />
        <source>It lies outside what this coordinate system can show.</source>
        <translation>Den ligger utanför det som koordinatsystemet kan visa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/map_crs.py" line="28" />
        <source>Choose another coordinate system for the map.</source>
        <translation>Välj ett annat koordinatsystem för kartan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="239" />
        <source>No street near: straight</source>
        <translation>Ingen gata i närheten: rakt</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="241" />
        <source>The streets are being read: straight for now</source>
        <translation>Gatorna läses in: rakt så länge</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="242" />
        <source>There are no streets to follow: straight</source>
        <translation>Det finns inga gator att följa: rakt</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="264" />
        <source>Finish the route</source>
        <translation>Avsluta rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="267" />
        <source>Take back the last point</source>
        <translation>Ta tillbaka senaste punkten</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_drawing.py" line="268" />
        <source>Drop the route</source>
        <translation>Avbryt rutten</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_label.py" line="51" />
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_label.py" line="53" />
        <source>{kilometres} km</source>
        <translation>{kilometres} km</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/route_label.py" line="56" />
        <source>{length} · {minutes} min</source>
        <translation>{length} · {minutes} min</translation>
    </message>
    <message>
        <location filename="../est_plugin/maptools/walk_stop_tool.py" line="43" />
        <source>Set a stop</source>
        <translation>Sätt ut ett stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/plugin.py" line="118" />
        <source>Flag a measure</source>
        <translation>Flagga en åtgärd</translation>
    </message>
    <message>
        <location filename="../est_plugin/plugin.py" line="139" />
        <source>Situation</source>
        <translation>Lägesbild</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="71" />
        <source>Accuracy of the hotspot map</source>
        <translation>Hotspotkartans träffsäkerhet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="74" />
        <source>The days given are those of the map; the days after them are tested. Makes the hotspot map and counts how many of the incidents that followed came where the map says: hit rate, PAI, PEI and RRI on 1, 2 and 5 % of the area, beside two maps that need no test: the counts of the period, and the heat map of everything earlier.</source>
        <translation>Dagarna du anger är kartans; dagarna efter dem prövas. Gör hotspotkartan och räknar hur många av händelserna som följde som kom där kartan säger: träffandel, PAI, PEI och RRI på 1, 2 och 5 % av ytan, bredvid två kartor som inte kräver något test: periodens antal, och värmekartan över allt tidigare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="83" />
        <source>First day of the map</source>
        <translation>Kartans första dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="83" />
        <source>Last day of the map</source>
        <translation>Kartans sista dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="90" />
        <source>Days to test on</source>
        <translation>Dagar att pröva på</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="95" />
        <source>They follow the last day. Empty: as long a period as the one given.</source>
        <translation>De följer på sista dagen. Tomt: en lika lång period som den angivna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="106" />
        <source>Table of accuracy</source>
        <translation>Tabell över träffsäkerhet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="110" />
        <source>Hit rate of the hotspot map on 2 % of the area</source>
        <translation>Hotspotkartans träffandel på 2 % av ytan</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="111" />
        <source>Hit rate of the counts on 2 % of the area</source>
        <translation>Antalens träffandel på 2 % av ytan</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="112" />
        <source>Hit rate of the heat map on 2 % of the area</source>
        <translation>Värmekartans träffandel på 2 % av ytan</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/stability.py" line="68" />
        <location filename="../est_plugin/processing/shuffletest.py" line="83" />
        <location filename="../est_plugin/processing/rhythm.py" line="105" />
        <location filename="../est_plugin/processing/nearrepeat.py" line="111" />
        <location filename="../est_plugin/processing/darkstretches.py" line="115" />
        <location filename="../est_plugin/processing/clusters.py" line="117" />
        <location filename="../est_plugin/processing/change.py" line="102" />
        <location filename="../est_plugin/processing/accuracy.py" line="115" />
        <source>Result in words</source>
        <translation>Resultatet i ord</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="123" />
        <source>It is not clear which period the map is made of.</source>
        <translation>Det framgår inte vilken period kartan ska göras av.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="164" />
        <source>No incident of {start} – {end} is known, the days after those of the map.</source>
        <translation>Ingen händelse är känd från {start} – {end}, dagarna efter kartans.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/accuracy.py" line="167" />
        <source>Give the map earlier days: with {first} – {last} the days now given are tested.</source>
        <translation>Ge kartan tidigare dagar: med {first} – {last} prövas de dagar som nu är angivna.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="70" />
        <source>Change and trend</source>
        <translation>Förändring och trend</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="73" />
        <source>Compares two periods: rates per 30 days, how many times the earlier rate, the limits of that, and in words whether it can be told from chance. With five periods or more it follows the trend instead: of all incidents or of areas whether they rise or fall, of cells whether they are newly, nearly always or no longer hot. Periods that are only partly known or not fully reported are left out of trends.</source>
        <translation>Jämför två perioder: händelser per 30 dagar, hur många gånger den tidigare takten, gränserna för det, och i ord om det kan skiljas från slumpen. Med fem perioder eller fler följs trenden i stället: om alla händelser eller områden ökar eller minskar, om rutor är nya, nästan alltid eller inte längre heta. Perioder som bara är delvis kända eller inte fullt rapporterade är inte med i trender.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="86" />
        <source>Number of periods</source>
        <translation>Antal perioder</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="92" />
        <source>2 compares with the period chosen above. 5 or more follow the trend over so many periods up to the one given; fewer cannot show one.</source>
        <translation>2 jämför med den period som är vald ovan. 5 eller fler följer trenden över så många perioder fram till den angivna; färre kan inte visa någon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="109" />
        <source>Areas to tell apart</source>
        <translation>Områden att skilja åt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="119" />
        <location filename="../est_plugin/processing/change.py" line="116" />
        <source>Field with the name</source>
        <translation>Fält med namnet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="118" />
        <source>Areas without a name are left out.</source>
        <translation>Områden utan namn utelämnas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="122" />
        <source>Tell cells of a grid apart</source>
        <translation>Skilj på rutor i ett rutnät</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="124" />
        <source>Instead of areas. The four settings below are for cells only.</source>
        <translation>I stället för områden. De fyra inställningarna nedan gäller bara rutor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="131" />
        <source>It is not clear what to compare.</source>
        <translation>Det är oklart vad som ska jämföras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="132" />
        <source>Both areas and cells were asked for.</source>
        <translation>Både områden och rutor är valda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="133" />
        <source>Give the areas, or tell cells apart.</source>
        <translation>Ange områdena, eller skilj på rutor.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="168" />
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="241" />
        <source>The areas cannot be told apart.</source>
        <translation>Områdena kan inte skiljas åt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="242" />
        <source>None of them has a name.</source>
        <translation>Inget av dem har ett namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change.py" line="243" />
        <source>Choose the field with the names of the areas.</source>
        <translation>Välj fältet med områdenas namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="46" />
        <source>The days given below</source>
        <translation>Dagarna som anges nedan</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="50" />
        <source>The same period last year has the same season.</source>
        <translation>Samma period förra året har samma säsong.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="53" />
        <source>First day of the comparison</source>
        <translation>Jämförelsens första dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="54" />
        <source>Last day of the comparison</source>
        <translation>Jämförelsens sista dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="143" />
        <source>The periods to compare are not clear.</source>
        <translation>Det är oklart vilka perioder som ska jämföras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/change_input.py" line="144" />
        <source>A first or a last day is missing.</source>
        <translation>En första eller sista dag saknas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="57" />
        <source>Clusters of incidents (DBSCAN)</source>
        <translation>Kluster av händelser (DBSCAN)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="60" />
        <source>Groups incidents that lie close together, without a grid: DBSCAN, and ST-DBSCAN where days are given. Reports on one point count as so many. A cluster that lies on a single point is marked. Nothing is tested: the hotspots say what chance does not explain.</source>
        <translation>Grupperar händelser som ligger tätt, utan rutnät: DBSCAN, och ST-DBSCAN om dagar anges. Rapporter på samma punkt räknas var för sig. Ett kluster som ligger på en enda punkt märks ut. Inget prövas: hotspots säger vad slumpen inte förklarar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="95" />
        <source>Days (0: at any time)</source>
        <translation>Dagar (0: när som helst)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="109" />
        <source>Incidents with their cluster</source>
        <translation>Händelser med sitt kluster</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="113" />
        <source>One point for each incident: do not hand it on.</source>
        <translation>En punkt för varje händelse: lämna inte ut lagret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/clusters.py" line="116" />
        <source>Number of clusters</source>
        <translation>Antal kluster</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="37" />
        <source>Copy database</source>
        <translation>Kopiera databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="40" />
        <source>Copies a whole EST database from a file to a server, or back: every row with its history, deleted rows, imports, quarantine and code lists. The copy is compared with the original before it appears. The original is only read.</source>
        <translation>Kopierar en hel EST-databas från en fil till en server, eller tillbaka: varje rad med sin historik, borttagna rader, importer, karantän och kodlistor. Kopian jämförs med originalet innan den blir synlig. Originalet bara läses.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="52" />
        <source>Copy to a new file</source>
        <translation>Kopiera till en ny fil</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="61" />
        <source>Copy to a PostgreSQL connection</source>
        <translation>Kopiera till en PostgreSQL-anslutning</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="65" />
        <source>Instead of a file. The schema est is made there, or is empty. The login must be one that may create an EST database.</source>
        <translation>I stället för en fil. Schemat est skapas där, eller är tomt. Inloggningen måste vara en som får skapa en EST-databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="80" />
        <source>{rows} rows were copied, and are equal to the original.</source>
        <translation>{rows} rader kopierades och är lika med originalet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/copydatabase.py" line="84" />
        <source>Not part of an EST database, and not copied: {tables}.</source>
        <translation>Hör inte till en EST-databas och kopierades inte: {tables}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="46" />
        <source>Create or upgrade database</source>
        <translation>Skapa eller uppgradera databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="49" />
        <source>Makes an EST database with the default code lists: one GeoPackage file, or the schema est in a PostgreSQL database with PostGIS. What is an EST database already is upgraded to this plugin's version and keeps its data.</source>
        <translation>Skapar en EST-databas med de förvalda kodlistorna: en GeoPackage-fil, eller schemat est i en PostgreSQL-databas med PostGIS. Det som redan är en EST-databas uppgraderas till insticksprogrammets version och behåller sina data.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/demodatabase.py" line="54" />
        <location filename="../est_plugin/processing/createdatabase.py" line="60" />
        <source>Database</source>
        <translation>Databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="34" />
        <location filename="../est_plugin/processing/createdatabase.py" line="68" />
        <source>PostgreSQL connection</source>
        <translation>PostgreSQL-anslutning</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="36" />
        <location filename="../est_plugin/processing/createdatabase.py" line="70" />
        <source>Instead of a file: a connection from QGIS's browser, for a database that many people share.</source>
        <translation>I stället för en fil: en anslutning från panelen Datakällor i QGIS, till en databas som många delar på.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="79" />
        <source>SWEREF 99 TM, or the municipality's local zone. It cannot be changed later.</source>
        <translation>SWEREF 99 TM eller kommunens lokala zon. Det går inte att ändra senare.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="85" />
        <source>Four digits, for example 1781.</source>
        <translation>Fyra siffror, till exempel 1781.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="89" />
        <source>Name of the municipality</source>
        <translation>Kommunens namn</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="92" />
        <source>Schema version</source>
        <translation>Schemaversion</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="109" />
        <source>Schema version {before} was upgraded to {after}.</source>
        <translation>Schemaversion {before} uppgraderades till {after}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="113" />
        <source>The database has the newest schema already.</source>
        <translation>Databasen har redan det senaste schemat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="161" />
        <source>{crs} cannot be the database's coordinate system.</source>
        <translation>{crs} kan inte vara databasens koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="162" />
        <source>It has no EPSG code, by which other programs would know it.</source>
        <translation>Det saknar EPSG-kod, som andra program känner igen det på.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/createdatabase.py" line="163" />
        <source>Choose SWEREF 99 TM (EPSG:3006) or a local SWEREF 99 zone.</source>
        <translation>Välj SWEREF 99 TM (EPSG:3006) eller en lokal SWEREF 99-zon.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="79" />
        <source>Finds the stretches of a route that have no working lamp within a distance, exactly, from any layer of lamps. A lamp that is out does not count, one of which nothing is known does, and the report says so. Where the lamp register does not reach, a stretch is not known and is never called dark.</source>
        <translation>Hittar de sträckor av en rutt som saknar fungerande lampa inom ett avstånd, exakt, med vilket lamplager som helst. En trasig lampa räknas inte, en som inget är känt om räknas, och rapporten säger det. Dit lampregistret inte når är en sträcka okänd och kallas aldrig mörk.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="91" />
        <source>Lines in a projected coordinate system in metres, such as the safety walks of a database; each is looked at by itself. Choose the selected features only for one walk.</source>
        <translation>Linjer i ett plant koordinatsystem i meter, till exempel trygghetsvandringarna i en databas; varje linje prövas för sig. Välj Endast valda objekt för en enda vandring.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="99" />
        <source>A lamp lights (metres)</source>
        <translation>En lampa lyser (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="100" />
        <source>Known as far from a lamp (metres)</source>
        <translation>Känt så långt från en lampa (meter)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="108" />
        <source>When people walk</source>
        <translation>När ni går</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="109" />
        <source>Local time. With it the report says whether it is dark then, or when.</source>
        <translation>Lokal tid. Med den säger rapporten om det är mörkt då, eller när det blir det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="113" />
        <source>Dark, m</source>
        <translation>Mörkt, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="114" />
        <source>Not known, m</source>
        <translation>Okänt, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="122" />
        <source>The municipality's lamp register, all of it: its edge says what is known.</source>
        <translation>Kommunens lampregister, hela: dess kant säger vad som är känt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="126" />
        <source>Values of lamps that work</source>
        <translation>Värden för lampor som fungerar</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="127" />
        <source>Values of lamps that are out</source>
        <translation>Värden för lampor som är trasiga</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="131" />
        <source>Separated by commas. All other values mean: not known.</source>
        <translation>Skilda med kommatecken. Alla andra värden betyder: okänt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="176" />
        <source>It is not clear which lamps work.</source>
        <translation>Det är oklart vilka lampor som fungerar.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="177" />
        <source>A field and its values belong together, and a value can mean one thing only.</source>
        <translation>Ett fält och dess värden hör ihop, och ett värde kan bara betyda en sak.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="180" />
        <source>Give the field and the values of lamps that work or are out, or neither.</source>
        <translation>Ange fältet och värdena för lampor som fungerar eller är trasiga, eller inget av dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/darkstretches.py" line="229" />
        <source>The layer {name} has no lines.</source>
        <translation>Lagret {name} har inga linjer.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/layer_incidents.py" line="138" />
        <location filename="../est_plugin/processing/incident_input.py" line="250" />
        <location filename="../est_plugin/processing/darkstretches.py" line="240" />
        <source>The layer {name} cannot be analysed.</source>
        <translation>Lagret {name} går inte att analysera.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="251" />
        <location filename="../est_plugin/processing/darkstretches.py" line="241" />
        <source>Its coordinate system, {crs}, has no metres.</source>
        <translation>Lagrets koordinatsystem, {crs}, är inte i meter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="252" />
        <location filename="../est_plugin/processing/darkstretches.py" line="242" />
        <source>Reproject it, for example to SWEREF 99 TM (EPSG:3006).</source>
        <translation>Projicera om det, till exempel till SWEREF 99 TM (EPSG:3006).</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="29" />
        <source>EST database</source>
        <translation>EST-databas</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="61" />
        <source>A place for the database is missing.</source>
        <translation>Det saknas en plats för databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="62" />
        <source>Neither a file nor a PostgreSQL connection was given.</source>
        <translation>Varken en fil eller en PostgreSQL-anslutning har angetts.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="63" />
        <source>Give one of them.</source>
        <translation>Ange en av dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="67" />
        <source>It is not clear where the database should be.</source>
        <translation>Det är oklart var databasen ska ligga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="68" />
        <source>Both a file and a PostgreSQL connection were given.</source>
        <translation>Både en fil och en PostgreSQL-anslutning har angetts.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/database_input.py" line="69" />
        <source>Give only one of them.</source>
        <translation>Ange bara en av dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/demodatabase.py" line="42" />
        <source>Create demo database</source>
        <translation>Skapa demodatabas</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/demodatabase.py" line="45" />
        <source>Makes a database of Lindvik, a town that does not exist: streets, houses and lamps, and fourteen months of reports from five organisations, imported from files as untidy as real ones.</source>
        <translation>Skapar en databas för Lindvik, en stad som inte finns: gator, hus och lampor samt fjorton månaders rapporter från fem organisationer, importerade från filer som är lika röriga som riktiga.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/demodatabase.py" line="65" />
        <source>The same number gives the same town.</source>
        <translation>Samma tal ger samma stad.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="74" />
        <source>Writes the situation picture of a period as a folder and a zip for a meeting: a map page that opens in any browser without a network, a PDF, and what else the edition allows. The edition says for whom the package is: only that of the working group holds single incidents, as places with category and time, and none holds a description. What stands above the edition's information class stays in the database.</source>
        <translation>Skriver periodens lägesbild som en mapp och en zip-fil för ett möte: en kartsida som öppnas i vilken webbläsare som helst utan nätverk, en PDF, och vad utgåvan tillåter därutöver. Utgåvan säger vem paketet är till för: bara arbetsgruppens har enskilda händelser, som platser med kategori och tid, och ingen har någon beskrivning. Det som har en högre informationsklass än utgåvan stannar i databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="89" />
        <location filename="../est_plugin/processing/exportpackage.py" line="90" />
        <source>Last day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="97" />
        <source>The package becomes a folder and a zip in it. A package of the same name is replaced.</source>
        <translation>Paketet blir en undermapp och en zip-fil i mappen. Ett paket med samma namn ersätts.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="69" />
        <location filename="../est_plugin/processing/fieldpackage.py" line="73" />
        <location filename="../est_plugin/processing/exportpackage.py" line="104" />
        <source>Background map</source>
        <translation>Bakgrundskarta</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="71" />
        <location filename="../est_plugin/processing/exportpackage.py" line="106" />
        <source>Top layer first. Without layers the database's own town map is drawn in grey.</source>
        <translation>Översta lagret först. Utan lager ritas databasens egen karta i grått.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="111" />
        <source>Map page (HTML)</source>
        <translation>Kartsida (HTML)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="113" />
        <source>Zip file</source>
        <translation>Zip-fil</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="128" />
        <source>Second language</source>
        <translation>Andra språk</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="130" />
        <source>The map page gets a button that switches to it. Without one it has one language.</source>
        <translation>Kartsidan får en knapp som växlar till det. Utan val har den ett språk.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="136" />
        <source>What the map shows, in your words. Without it: as the numbers say it.</source>
        <translation>Vad kartan visar, med dina ord. Utan det: som siffrorna säger det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="161" />
        <source>Quality</source>
        <translation>Kvalitet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="169" />
        <source>What goes along</source>
        <translation>Vad som följer med</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/exportpackage.py" line="175" />
        <source>What the edition does not allow stays out even if it is ticked.</source>
        <translation>Det som utgåvan inte tillåter lämnas utanför även om det är ikryssat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="55" />
        <source>Writes a folder for QField and Mergin Maps: the route, the stops, the checklist and a map of the surroundings that needs no network. It holds only this walk, and no incidents and no hotspots.</source>
        <translation>Skriver en mapp för QField och Mergin Maps: rutten, stoppen, checklistan och en karta över omgivningen som inte behöver nät. Den innehåller bara den här vandringen, inga händelser och inga hotspots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="65" />
        <source>Its title, or its id.</source>
        <translation>Dess titel, eller dess id.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="69" />
        <source>No map</source>
        <translation>Ingen karta</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="70" />
        <source>The layers below</source>
        <translation>Lagren nedan</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="77" />
        <source>Layers of the background map</source>
        <translation>Bakgrundskartans lager</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="79" />
        <source>Top layer first.</source>
        <translation>Översta lagret först.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="85" />
        <source>The package becomes a new folder in it. One that is there is never touched.</source>
        <translation>Paketet blir en ny mapp i den. En som redan finns rörs aldrig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="87" />
        <source>Field package</source>
        <translation>Fältpaket</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldpackage.py" line="88" />
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="65" />
        <source>Safety walk home from the field</source>
        <translation>Trygghetsvandring hem från fält</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="68" />
        <source>Brings observations, notes and photos of a safety walk home from QField or Mergin Maps. What is stored already is not stored again. A package that is not whole, or of another database, is refused. Photos are copied without place and camera data; the package stays as it is.</source>
        <translation>Hämtar hem iakttagelser, anteckningar och foton från en trygghetsvandring i QField eller Mergin Maps. Det som redan är sparat sparas inte igen. Ett paket som inte är helt, eller hör till en annan databas, tas inte emot. Foton kopieras utan plats och kameradata; paketet lämnas som det är.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="85" />
        <source>Leave them, store what is new or changed in the field only</source>
        <translation>Lämna dem, spara bara det som är nytt eller bara ändrat i fält</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="86" />
        <source>The field's values count, deleted rows too</source>
        <translation>Fältets värden gäller, även borttagna rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="87" />
        <source>The office's values count</source>
        <translation>Kontorets värden gäller</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="91" />
        <source>Rows changed on both sides</source>
        <translation>Rader ändrade på båda hållen</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="98" />
        <source>What came home</source>
        <translation>Det som kom hem</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="103" />
        <source>A table with each value before, in the field and in the office.</source>
        <translation>En tabell med varje värde före, i fält och på kontoret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="105" />
        <source>Rows stored</source>
        <translation>Sparade rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/fieldreturn.py" line="107" />
        <source>Rows not stored</source>
        <translation>Rader som inte sparades</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/processing/fieldreturn.py" line="135" />
        <source>%n remark(s) on the rows: read them in the table What came home.</source>
        <translation>
            <numerusform>%n anmärkning om raderna: läs den i tabellen Det som kom hem.</numerusform>
            <numerusform>%n anmärkningar om raderna: läs dem i tabellen Det som kom hem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/processing/fieldreturn.py" line="138" />
        <source>%n photo(s) are no whole picture, and were left out.</source>
        <translation>
            <numerusform>%n foto är ingen hel bild och lämnades utanför.</numerusform>
            <numerusform>%n foton är inga hela bilder och lämnades utanför.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/forget.py" line="30" />
        <source>Forget a row</source>
        <translation>Glöm en rad</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/forget.py" line="33" />
        <source>For a row that should never have been stored, such as one that names a person. An incident goes altogether, with its history and the row in quarantine that it came from; of a measure, a walk or a hotspot an empty shell stays, since other rows refer to it. It cannot be undone. A file is written anew, so that no trace stays in it: close it in other windows and programs first. Copies and backups are not reached. On a server only an administrator may forget.</source>
        <translation>För en rad som aldrig borde ha sparats, till exempel en som pekar ut en person. En händelse försvinner helt, med sin historik och den karantänrad den kom från; av en åtgärd, en vandring eller en hotspot blir ett tomt skal kvar, eftersom andra rader hänvisar till den. Det går inte att ångra. En fil skrivs om så att inga spår finns kvar i den: stäng den först i andra fönster och program. Kopior och säkerhetskopior nås inte. På en server får bara en administratör göra detta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/forget.py" line="45" />
        <source>uuid of the row</source>
        <translation>Radens uuid</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/forget.py" line="46" />
        <source>As the field uuid of the layer holds it.</source>
        <translation>Så som det står i lagrets fält uuid.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/forget.py" line="48" />
        <source>Tables that held the row</source>
        <translation>Tabeller där raden fanns</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/forget.py" line="54" />
        <source>Forgotten: {uuid} in {tables}.</source>
        <translation>Glömt: {uuid} i {tables}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="65" />
        <source>Density of incidents, in events per square kilometre, or how it has changed since another period. The sum over the map is the number of incidents, and the picture does not move when the extent changes.</source>
        <translation>Händelsernas täthet, i händelser per kvadratkilometer, eller hur den har förändrats sedan en annan period. Summan över kartan är antalet händelser, och bilden flyttar sig inte när utsnittet ändras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="86" />
        <source>Where incidents are known, for example the municipality. Only those inside count, and the density is corrected for what is missing outside. Nothing is shown outside.</source>
        <translation>Där händelserna är kända, till exempel kommunen. Bara de som ligger inom räknas, och tätheten rättas för det som saknas utanför. Utanför visas inget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="99" />
        <source>So that periods of different length compare. Needs the days of the period.</source>
        <translation>Så att perioder av olika längd kan jämföras. Periodens dagar behövs.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="102" />
        <source>The density of the period</source>
        <translation>Periodens täthet</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="103" />
        <source>More or fewer than in the other period</source>
        <translation>Fler eller färre än i den andra perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="104" />
        <source>How many times as many as in the other period</source>
        <translation>Hur många gånger så många som i den andra perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="108" />
        <source>Rates per 30 days are compared. A point layer needs a field with the time. The map does not tell what is more than chance.</source>
        <translation>Tal per 30 dagar jämförs. Ett punktlager behöver ett fält med tiden. Kartan säger inte vad som är mer än slumpen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="116" />
        <source>The same season last year</source>
        <translation>Samma tid förra året</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="119" />
        <source>Other period</source>
        <translation>Den andra perioden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="122" />
        <source>First day of the other period</source>
        <translation>Den andra periodens första dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="123" />
        <source>Last day of the other period</source>
        <translation>Den andra periodens sista dag</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/heatmap.py" line="127" />
        <source>Instead of the choice above.</source>
        <translation>I stället för valet ovan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="66" />
        <source>Significance</source>
        <translation>Signifikans</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="73" />
        <source>The classic score finds hotspots in shuffled data too; use it to compare only.</source>
        <translation>Det klassiska värdet hittar hotspots även i slumpmässigt blandade data. Använd det bara för jämförelse.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="82" />
        <source>Benjamini-Yekutieli holds however the cells depend on each other, and finds less.</source>
        <translation>Benjamini-Yekutieli gäller hur rutorna än beror av varandra, och hittar färre.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="99" />
        <source>The period and those just before it: when several are looked at together, the correction must be made over the tests of all. Needs a database and a period.</source>
        <translation>Perioden och de närmast före: när flera betraktas tillsammans måste korrigeringen göras över testen i alla. Kräver en databas och en period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="111" />
        <source>Streets or places that give names</source>
        <translation>Gator eller platser som ger namn</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="127" />
        <source>Store the hotspots in the EST database</source>
        <translation>Spara hotspots i EST-databasen</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="129" />
        <source>The places are tracked from period to period. Needs a database and a period.</source>
        <translation>Platserna följs från period till period. Kräver en databas och en period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspot_input.py" line="140" />
        <source>Look at them before you trust the map: is it the default point of a register?</source>
        <translation>Titta på dem innan du litar på kartan: är det standardpunkten i ett register?</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="48" />
        <source>Counts incidents in the cells of a fixed national grid, asks for each cell whether its neighbourhood holds more than chance explains (Gi*, corrected for the number of cells tested), and ranks the peaks among the cells that do. Reports stacked on exactly one point are left out and told.</source>
        <translation>Räknar händelser i cellerna i ett fast nationellt rutnät, prövar för varje cell om grannskapet har fler än slumpen förklarar (Gi*, korrigerat för antalet prövade celler) och rangordnar topparna bland de celler som har det. Rapporter på exakt samma punkt räknas inte, men redovisas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="57" />
        <source>Number of hotspots</source>
        <translation>Antal hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="58" />
        <source>Reports on stacked points</source>
        <translation>Rapporter på samma punkt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="79" />
        <source>{count} reports ({share} %) lie on exactly one point: {x}, {y}.</source>
        <translation>{count} rapporter ({share} %) ligger på exakt samma punkt: {x}, {y}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="105" />
        <source>Several periods cannot be tested together here.</source>
        <translation>Flera perioder kan inte prövas tillsammans här.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="106" />
        <source>The incidents come from a point layer, not from a database.</source>
        <translation>Händelserna kommer från ett punktlager, inte från en databas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="107" />
        <source>Choose an EST database and a period, or one period only.</source>
        <translation>Välj en EST-databas och en period, eller bara en period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="126" />
        <source>Hotspots cannot be tracked without a period.</source>
        <translation>Hotspots går inte att följa utan en period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/hotspots.py" line="127" />
        <source>Each hotspot keeps its numbers for each period.</source>
        <translation>Varje hotspot har egna siffror för varje period.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="47" />
        <source>Import incidents</source>
        <translation>Importera händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="50" />
        <source>Reads a CSV file of reports into the database. Every row becomes an incident, is known already, or goes to quarantine with the reason. The same file twice adds nothing. Personal identity numbers, telephone numbers, e-mail addresses and registration marks in the texts are masked.</source>
        <translation>Läser in en CSV-fil med rapporter i databasen. Varje rad blir en händelse, är redan känd eller hamnar i karantän med en förklaring. Samma fil två gånger tillför inget. Personnummer, telefonnummer, e-postadresser och registreringsnummer i texterna maskeras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="60" />
        <source>File of reports</source>
        <translation>Fil med rapporter</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="61" />
        <source>A CSV file with a header row, plain or packed (.csv.gz).</source>
        <translation>En CSV-fil med rubrikrad, vanlig eller packad (.csv.gz).</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="67" />
        <source>Says which column holds what. Left out: the mapping used last for the source, or else one proposed from the names of the columns.</source>
        <translation>Anger vad varje kolumn innehåller. Om du utelämnar den används den senaste kopplingen för källan, annars ett förslag utifrån kolumnernas namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="75" />
        <source>Name of the register the reports come from; without a column mapping the name of the file is taken.</source>
        <translation>Namnet på det register som rapporterna kommer från. Utan kolumnkoppling används filens namn.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="81" />
        <source>Rows read</source>
        <translation>Lästa rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="83" />
        <source>Known already</source>
        <translation>Redan kända</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/importincidents.py" line="84" />
        <source>Known, but saying something else</source>
        <translation>Kända, men med annat innehåll</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="87" />
        <source>Reviewed and new incidents of the period are used. Give this or a point layer.</source>
        <translation>Periodens granskade och nya händelser används. Ange den här eller ett punktlager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="97" />
        <source>Point layer</source>
        <translation>Punktlager</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="101" />
        <source>Any layer of points in a projected coordinate system with metres.</source>
        <translation>Valfritt punktlager i ett projicerat koordinatsystem i meter.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="106" />
        <source>Field with the category</source>
        <translation>Fält med kategorin</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="111" />
        <source>Field with the weight</source>
        <translation>Fält med vikten</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="112" />
        <source>A number of 0 or more: an incident of weight 2 counts as two.</source>
        <translation>Ett tal från 0 och uppåt: en händelse med vikten 2 räknas som två.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="121" />
        <source>Field with the time</source>
        <translation>Fält med tiden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="122" />
        <source>A date, a date with a time, or such a text (2026-03-01T22:15). What names no time zone is Swedish time. With days given above, only the features of that period are used.</source>
        <translation>Ett datum, ett datum med klockslag eller en sådan text (2026-03-01T22:15). En tid utan tidszon är svensk tid. Anger du dagar ovan används bara den periodens objekt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="131" />
        <source>Field with the latest time</source>
        <translation>Fält med den senaste tiden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="132" />
        <source>For incidents that happened at some time between two. Empty: the time is known.</source>
        <translation>För händelser som skedde någon gång mellan två tider. Tomt: tiden är känd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="176" />
        <source>The incidents to analyse are not clear.</source>
        <translation>Det är oklart vilka händelser som ska analyseras.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="177" />
        <source>Exactly one of EST database and point layer is needed.</source>
        <translation>Ange antingen en EST-databas eller ett punktlager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="178" />
        <source>Give one of them and leave the other empty.</source>
        <translation>Ange det ena och lämna det andra tomt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="186" />
        <source>The incidents of the period cannot be chosen.</source>
        <translation>Det går inte att välja periodens händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="187" />
        <source>No field says when the incidents happened.</source>
        <translation>Inget fält säger när händelserna inträffade.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="188" />
        <source>Give the field with the time, or leave the days empty to use the whole layer.</source>
        <translation>Ange fältet med tiden, eller lämna dagarna tomma för att använda hela lagret.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="226" />
        <source>The times of the incidents are not clear.</source>
        <translation>Det är inte klart när händelserna skedde.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="227" />
        <source>There is a field with the latest time, but none with the time.</source>
        <translation>Det finns ett fält med den senaste tiden men inget med tiden.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/incident_input.py" line="228" />
        <source>Give both fields, or neither.</source>
        <translation>Ange båda fälten, eller inget av dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/layer_incidents.py" line="86" />
        <source>The layer {layer} has no field {name}.</source>
        <translation>Lagret {layer} har inget fält {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/layer_incidents.py" line="87" />
        <source>Choose one of its fields: {known}.</source>
        <translation>Välj ett av dess fält: {known}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/layer_incidents.py" line="139" />
        <source>None of its features has a time and a weight that can be used.</source>
        <translation>Inget av dess objekt har en tid och en vikt som går att använda.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/layer_incidents.py" line="140" />
        <source>Choose fields with dates, such as 2026-03-01 or 2026-03-01T22:15, and with weights of 0 or more.</source>
        <translation>Välj fält med datum, som 2026-03-01 eller 2026-03-01T22:15, och med vikter från 0 och uppåt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../est_plugin/processing/layer_incidents.py" line="146" />
        <source>%n feature(s) left out</source>
        <translation>
            <numerusform>%n objekt har utelämnats</numerusform>
            <numerusform>%n objekt har utelämnats</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/layer_incidents.py" line="147" />
        <source>no usable time: {times}, no usable weight: {weights}</source>
        <translation>utan användbar tid: {times}, utan användbar vikt: {weights}</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="65" />
        <source>Near repeats</source>
        <translation>Upprepning i närheten</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="68" />
        <source>Counts pairs of incidents by their distance in metres and in days, and asks whether there are more of them near each other than if chance gave the places their times (Knox). Pairs at exactly the same place have a row of their own. A repeat is a cell with a corrected p of 0.05 at most and over a fifth more pairs than expected.</source>
        <translation>Räknar par av händelser efter avståndet i meter och i dygn och prövar om fler av dem ligger nära varandra än om slumpen gav platserna deras tider (Knox). Par på exakt samma plats har en egen rad. En upprepning är en ruta med ett korrigerat p på högst 0,05 och över en femtedel fler par än väntat.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="108" />
        <source>Pairs by distance and time</source>
        <translation>Par efter avstånd och tid</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/nearrepeat.py" line="110" />
        <source>Cells with repeats</source>
        <translation>Rutor med upprepning</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="65" />
        <source>Finds the shortest walk along the streets through all chosen places, for example hotspots, and numbers the stops. When time is short it visits those that matter most. With a database the walk is stored there as a proposal.</source>
        <translation>Hittar den kortaste vandringen längs gatorna genom alla valda platser, till exempel hotspots, och numrerar stoppen. Är tiden knapp besöks de som väger tyngst. Med en databas sparas vandringen där som ett förslag.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="77" />
        <source>Stores the walk and its stops in this database too.</source>
        <translation>Sparar även vandringen och dess stopp i den här databasen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="90" />
        <source>Numbered stops</source>
        <translation>Numrerade stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="97" />
        <source>Lit, m</source>
        <translation>Belyst, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="98" />
        <source>Unlit, m</source>
        <translation>Obelyst, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="99" />
        <source>Light unknown, m</source>
        <translation>Okänt ljus, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/proposewalk.py" line="102" />
        <source>Stops left out</source>
        <translation>Uteslutna stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="86" />
        <location filename="../est_plugin/processing/proposewalk.py" line="177" />
        <source>The output {name} could not be written.</source>
        <translation>Resultatet {name} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="87" />
        <location filename="../est_plugin/processing/proposewalk.py" line="178" />
        <source>The file refuses new features.</source>
        <translation>Filen tar inte emot nya objekt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="88" />
        <location filename="../est_plugin/processing/proposewalk.py" line="179" />
        <source>Choose another file.</source>
        <translation>Välj en annan fil.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="46" />
        <source>Addresses (public edition)</source>
        <translation>Adresser (offentlig utgåva)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="50" />
        <source>A square is shown only if people enough live there. Without a layer: the addresses or buildings of the database's own map.</source>
        <translation>En ruta visas bara om tillräckligt många bor där. Utan lager: adresserna eller byggnaderna i databasens egen karta.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="64" />
        <source>Without a field each point or area is one address.</source>
        <translation>Utan fält är varje punkt eller yta en adress.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="73" />
        <source>Approved by (public edition)</source>
        <translation>Godkänd av (offentlig utgåva)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="75" />
        <source>The function of the person who has looked at what is shown and left out and approves that it is published, such as safety coordinator; never a name. It goes into the history and the package. Without it nothing is written: what would be shown and left out is told, with its digest.</source>
        <translation>Funktionen hos den som har tittat på vad som visas och utelämnas och godkänner att det publiceras, till exempel säkerhetssamordnare; aldrig ett namn. Den hamnar i historiken och i paketet. Utan den skrivs inget: det sägs vad som skulle visas och utelämnas, med en kontrollkod.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="92" />
        <location filename="../est_plugin/processing/public_input.py" line="84" />
        <source>Digest of what is approved</source>
        <translation>Kontrollkod för det som godkänns</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="86" />
        <source>As a run without APPROVED_BY told it. If anything would be published that is not the same to the last sign, nothing is written.</source>
        <translation>Som en körning utan APPROVED_BY angav den. Om något som skulle publiceras inte är likadant in i minsta tecken skrivs inget.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/public_input.py" line="120" />
        <source>Nothing was written. To publish this, and only this, run it again with APPROVED_BY and APPROVED_DIGEST={digest}.</source>
        <translation>Inget skrevs. För att publicera detta, och bara detta, kör igen med APPROVED_BY och APPROVED_DIGEST={digest}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="32" />
        <source>Purge old rows</source>
        <translation>Gallra gamla rader</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="35" />
        <source>Takes away what is older than the retention of the database: incidents, their history and the rows in quarantine. What was deleted more than 30 days ago goes too; of a measure, a walk or a hotspot an empty shell stays. It cannot be undone. A file is written anew, so that no trace stays in it: close it in other windows and programs first. On a server only an administrator may purge.</source>
        <translation>Tar bort det som är äldre än databasens gallringstid: händelser, deras historik och rader i karantän. Det som togs bort för mer än 30 dagar sedan försvinner också; av en åtgärd, en vandring eller en hotspot blir ett tomt skal kvar. Det går inte att ångra. En fil skrivs om så att inga spår finns kvar i den: stäng den först i andra fönster och program. På en server får bara en administratör gallra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="46" />
        <source>Incidents purged</source>
        <translation>Gallrade händelser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="47" />
        <source>Rows in quarantine purged</source>
        <translation>Gallrade rader i karantän</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="48" />
        <source>Other rows scrubbed</source>
        <translation>Andra rader som tömts</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="49" />
        <source>Steps of the history purged</source>
        <translation>Gallrade steg i historiken</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/purge.py" line="57" />
        <source>Purged: {incidents} incidents, {quarantine} rows in quarantine, {shells} other rows and {history} steps of the history.</source>
        <translation>Gallrat: {incidents} händelser, {quarantine} rader i karantän, {shells} andra rader och {history} steg i historiken.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="50" />
        <source>Put routes on the streets</source>
        <translation>Lägg rutter på gatorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="53" />
        <source>Redraws each line along the shortest ways on the streets between its corners. What is farther than 50 m from a street, or where no street leads, stays straight; the result tells how much of each line that is, and how far it moved.</source>
        <translation>Ritar om varje linje längs de kortaste vägarna på gatorna mellan dess hörn. Det som är mer än 50 m från en gata, eller där ingen gata går, förblir rakt; resultatet säger hur mycket av varje linje det är och hur långt den flyttades.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="61" />
        <source>Routes</source>
        <translation>Rutter</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="59" />
        <location filename="../est_plugin/processing/putonstreets.py" line="64" />
        <source>Lines that meet at their ends. One-way rules do not matter on foot.</source>
        <translation>Linjer som möts i ändpunkterna. Enkelriktning spelar ingen roll till fots.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/putonstreets.py" line="68" />
        <source>Routes on the streets</source>
        <translation>Rutter på gatorna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/report_output.py" line="29" />
        <source>The result in words, with its chart and its method, for any browser.</source>
        <translation>Resultatet i ord, med diagram och metod, för vilken webbläsare som helst.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="61" />
        <source>Rhythm of incidents</source>
        <translation>Händelsernas rytm</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="64" />
        <source>Spreads each incident over the hours in which it may have happened, on Swedish clocks, and counts how many such hours the period holds, as far as reports reach. The table has the 168 hours of the week, weekday 1 being Monday, with incidents per hour and bounds of 95 %. A busiest window is told only if chance does not make one.</source>
        <translation>Sprider varje händelse över de timmar då den kan ha hänt, enligt svensk klocka, och räknar hur många sådana timmar perioden har, så långt rapporterna når. Tabellen har veckans 168 timmar, veckodag 1 är måndag, med händelser per timme och gränser på 95 %. En mest drabbad tid nämns bara om slumpen inte ger en sådan.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="83" />
        <source>−6 is the end of civil twilight: without lamps one no longer sees well.</source>
        <translation>−6 är slutet på den borgerliga skymningen: utan lampor ser man inte längre bra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="94" />
        <source>Hours of the week</source>
        <translation>Veckans timmar</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="97" />
        <source>p of the busiest window</source>
        <translation>p för den mest drabbade tiden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="98" />
        <source>Share of incidents in the dark</source>
        <translation>Andel händelser i mörker</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/rhythm.py" line="101" />
        <source>Share of dark hours on the days of the incidents</source>
        <translation>Andel mörka timmar under händelsernas dagar</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/row_output.py" line="74" />
        <source>The layer {name} could not be written.</source>
        <translation>Lagret {name} kunde inte skrivas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/row_output.py" line="75" />
        <source>The file or its folder refuses it.</source>
        <translation>Filen eller mappen tar inte emot det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="36" />
        <source>Cells with their centre this near are asked about together: about the radius of the places you look for. Two to three cell widths are good.</source>
        <translation>Celler med mitten så här nära prövas tillsammans: välj ungefär radien på de platser du söker. Två till tre cellbredder brukar vara bra.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="55" />
        <source>Hexagons</source>
        <translation>Sexhörningar</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="55" />
        <source>Squares</source>
        <translation>Kvadrater</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="63" />
        <source>Only when you know that they really belong there.</source>
        <translation>Bara när du vet att de verkligen hör hemma där.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/search_input.py" line="77" />
        <source>Where people live and move: all polygons of the layer together. Empty land in it makes the town itself look hot. Without a layer the cells with incidents and the gaps between them are compared.</source>
        <translation>Där människor bor och rör sig: lagrets alla ytor tillsammans. Tom mark i dem får själva staden att se het ut. Utan lager jämförs rutorna med händelser och luckorna mellan dem.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="45" />
        <source>Shuffle test of hotspots</source>
        <translation>Omblandningstest av hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="48" />
        <source>Shuffles the counts of your own incidents over the cells, so that nothing but chance is left, and looks for hotspots in each shuffled map. At most 5 of 100 maps may show one. The classic method is shown beside ours.</source>
        <translation>Blandar om antalen av dina egna händelser över rutorna, så att bara slumpen är kvar, och letar efter hotspots i varje omblandad karta. Högst 5 av 100 kartor får visa någon. Den klassiska metoden visas bredvid vår.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="75" />
        <source>Share of shuffled maps with a hotspot</source>
        <translation>Andel omblandade kartor med en hotspot</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="76" />
        <source>Share, lower bound</source>
        <translation>Andel, undre gräns</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="77" />
        <source>Share, upper bound</source>
        <translation>Andel, övre gräns</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="78" />
        <source>Share with the classic method</source>
        <translation>Andel med den klassiska metoden</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/shuffletest.py" line="80" />
        <source>False cells per map, classic method</source>
        <translation>Falska rutor per karta, klassisk metod</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/stability.py" line="50" />
        <source>Looks for hotspots twelve times, with three cell sizes and four positions of the grid, and says in how many of them each hotspot and each cell is found.</source>
        <translation>Letar efter hotspots tolv gånger, med tre rutstorlekar och fyra lägen för rutnätet, och säger i hur många av dem varje hotspot och varje ruta hittas.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/stability.py" line="67" />
        <source>Firm hotspots</source>
        <translation>Stabila hotspots</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="100" />
        <source>Lamp that is out</source>
        <translation>Släckt lampa</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="122" />
        <source>The streets have no field {field}.</source>
        <translation>Gatorna har inget fält {field}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="123" />
        <source>It was given as {name}.</source>
        <translation>Det angavs som {name}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="124" />
        <source>Choose one of the layer's fields, or leave it empty.</source>
        <translation>Välj ett av lagrets fält, eller lämna tomt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="168" />
        <source>The importance of the stops is no valid expression.</source>
        <translation>Stoppens vikt är inget giltigt uttryck.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="185" />
        <source>The importance of the stop “{name}” is {value}.</source>
        <translation>Vikten för stoppet ”{name}” är {value}.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="186" />
        <source>It must be a number that is not negative.</source>
        <translation>Den måste vara ett tal som inte är negativt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="201" />
        <source>The input {name} cannot be read.</source>
        <translation>Indata {name} går inte att läsa.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="202" />
        <source>There is no such layer.</source>
        <translation>Det finns inget sådant lager.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_inputs.py" line="203" />
        <source>Choose a layer that is there.</source>
        <translation>Välj ett lager som finns.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="64" />
        <source>Streets to walk along</source>
        <translation>Gator att gå längs</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="68" />
        <source>Left empty, motorways and streets that are closed to people on foot are left out where the layer says so as OpenStreetMap does. An expression decides alone.</source>
        <translation>Lämnas det tomt utesluts motorvägar och gator som är stängda för gående, om lagret säger det så som OpenStreetMap gör. Ett uttryck bestämmer ensamt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="79" />
        <source>Points, or areas such as hotspots; of an area its centre is visited.</source>
        <translation>Punkter, eller områden som hotspots. För ett område besöks mittpunkten.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="83" />
        <source>Importance of a stop</source>
        <translation>Stoppets vikt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="85" />
        <source>A number for each stop, for example its incidents. When time is short the stops that matter least are left out. Without it all count as one.</source>
        <translation>Ett tal för varje stopp, till exempel dess händelser. Är tiden knapp utesluts de stopp som väger minst. Utan vikt räknas alla som ett.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="94" />
        <source>More places to stop at; each counts as one. Only where they are is used, none of their texts. Places nearer to each other than {metres} m are one stop.</source>
        <translation>Fler platser att stanna vid; var och en räknas som ett. Bara läget används, inga texter. Platser närmare varandra än {metres} m är ett stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="100" />
        <source>Unsafe places</source>
        <translation>Otrygga platser</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="101" />
        <source>Lamps that are out</source>
        <translation>Släckta lampor</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="109" />
        <source>Where the walk begins. Without it the walk begins at a stop.</source>
        <translation>Där vandringen börjar. Utan mötesplats börjar vandringen vid ett stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="113" />
        <source>Where the walk ends. Without it the walk ends at a stop.</source>
        <translation>Där vandringen slutar. Utan den slutar vandringen vid ett stopp.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="117" />
        <source>Walk back to the beginning</source>
        <translation>Gå tillbaka till början</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="126" />
        <source>Time for the walk, minutes</source>
        <translation>Tid för vandringen, minuter</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="129" />
        <source>If it is too short for all stops, those that matter least are left out.</source>
        <translation>Räcker den inte till alla stopp utesluts de som väger minst.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="138" />
        <source>Needs streets with a field that tells their light. What it does not tell is unknown, and not taken for dark.</source>
        <translation>Kräver gator med ett fält som anger ljuset. Det som fältet inte säger är okänt och räknas inte som mörkt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="147" />
        <source>Stops that no street leads to</source>
        <translation>Stopp som ingen gata leder till</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="148" />
        <source>Refuse, and say where</source>
        <translation>Avbryt, och säg var</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="148" />
        <source>Leave out, and say which</source>
        <translation>Uteslut, och säg vilka</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="156" />
        <source>Walking speed, km/h</source>
        <translation>Gånghastighet, km/h</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="156" />
        <source>Minutes at each stop</source>
        <translation>Minuter vid varje stopp</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="164" />
        <source>Left empty, the field {name} is read if the layer has it.</source>
        <translation>Lämnas det tomt läses fältet {name} om lagret har det.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="166" />
        <source>Field: kind of street</source>
        <translation>Fält: gatutyp</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="167" />
        <source>Field: open to people on foot</source>
        <translation>Fält: öppen för gående</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="168" />
        <source>Field: open to whom</source>
        <translation>Fält: öppen för vem</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="169" />
        <source>Field: light</source>
        <translation>Fält: ljus</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="173" />
        <source>Separated by commas. Every other value means that nobody knows.</source>
        <translation>Skilj med komma. Alla andra värden betyder att ingen vet.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="175" />
        <source>Values of lit streets</source>
        <translation>Värden för belysta gator</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="176" />
        <source>Values of unlit streets</source>
        <translation>Värden för obelysta gator</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="182" />
        <source>Weight of light</source>
        <translation>Ljusets vikt</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="185" />
        <source>So many metres along other streets are as good, or as bad, as one along an unlit street.</source>
        <translation>Så många meter längs andra gator är lika bra, eller dåliga, som en meter längs en obelyst gata.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="194" />
        <source>Farthest from a street, m</source>
        <translation>Längst från en gata, m</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walk_parameters.py" line="197" />
        <source>A stop farther away is one that no street leads to.</source>
        <translation>Till ett stopp längre bort leder ingen gata.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="46" />
        <source>Write the report of a safety walk</source>
        <translation>Skriv rapport från en trygghetsvandring</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="49" />
        <source>Writes what was seen on a safety walk and what becomes of it, for those who took part: a PDF, and a page that opens in any browser without a network. No incident, no hotspot and no name of a person goes along.</source>
        <translation>Skriver vad som sågs på en trygghetsvandring och vad som händer med det, för dem som var med: en PDF och en sida som öppnas i vilken webbläsare som helst utan nät. Ingen händelse, ingen hotspot och inget personnamn följer med.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="59" />
        <source>The uuid of the walk. Without one the newest that was walked is reported.</source>
        <translation>Vandringens uuid. Utan uuid rapporteras den senaste som är genomförd.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="65" />
        <source>With the comments</source>
        <translation>Med kommentarerna</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="67" />
        <source>As they were written on the walk. Read them all first: names are not found.</source>
        <translation>Som de skrevs på vandringen. Läs alla först: namn hittas inte automatiskt.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="70" />
        <source>With the photos</source>
        <translation>Med fotona</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="71" />
        <source>Those that a person has ticked in the form: no face and no plate on them.</source>
        <translation>De som någon har kryssat i formuläret: inget ansikte och ingen skylt syns.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="75" />
        <source>The report becomes a new folder in it. One that is there is never replaced.</source>
        <translation>Rapporten blir en ny mapp i den. En som redan finns ersätts aldrig.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walkreport.py" line="78" />
        <source>Page (HTML)</source>
        <translation>Sida (HTML)</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="42" />
        <source>Write walk sheet</source>
        <translation>Skriv vandringsblad</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="45" />
        <source>Writes a safety walk as a PDF to print: a sheet for the leader, a page with map, checklist and room to write for each stop, and a map for the participants. Black and white, without any incident.</source>
        <translation>Skriver en trygghetsvandring som PDF för utskrift: ett ledarblad, ett blad för varje stopp med karta, checklista och plats att skriva, och en karta för deltagarna. Svartvitt och utan händelser.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="59" />
        <source>The uuid of the walk. Without one the newest planned walk is written.</source>
        <translation>Vandringens uuid. Utan uuid tas den senaste planerade vandringen.</translation>
    </message>
    <message>
        <location filename="../est_plugin/processing/walksheet.py" line="63" />
        <source>On A3 two pages stand side by side, and the participants' map fills a sheet.</source>
        <translation>På A3 står två sidor bredvid varandra, och deltagarkartan fyller ett helt ark.</translation>
    </message>
</context></TS>
