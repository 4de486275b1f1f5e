<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.6-Bratislava" labelsEnabled="0" styleCategories="Symbology|Labeling">
  <renderer-v2 radius_map_unit_scale="3x:0,0,0,0,0,0" max_value="0" forceraster="0" symbollevels="0" enableorderby="0" radius_unit="1" weight_expression="" referencescale="-1" type="heatmapRenderer" radius="250" quality="2">
    <colorramp type="gradient" name="[source]">
      <Option type="Map">
        <Option value="255,237,160,0,rgb:1,0.92941176470588238,0.62745098039215685,0" type="QString" name="color1"/>
        <Option value="128,0,38,235,rgb:0.50196078431372548,0,0.14901960784313725,0.92156862745098034" type="QString" name="color2"/>
        <Option value="ccw" type="QString" name="direction"/>
        <Option value="0" type="QString" name="discrete"/>
        <Option value="gradient" type="QString" name="rampType"/>
        <Option value="rgb" type="QString" name="spec"/>
        <Option value="0.08;255,237,160,110,rgb:1,0.92941176470588238,0.62745098039215685,0.43137254901960786;rgb;ccw:0.3;254,217,90,190,rgb:0.99607843137254903,0.85098039215686272,0.35294117647058826,0.74509803921568629;rgb;ccw:0.6;253,141,60,215,rgb:0.99215686274509807,0.55294117647058827,0.23529411764705882,0.84313725490196079;rgb;ccw:0.85;215,48,31,225,rgb:0.84313725490196079,0.18823529411764706,0.12156862745098039,0.88235294117647056;rgb;ccw" type="QString" name="stops"/>
      </Option>
    </colorramp>
    <rampLegendSettings maximumLabel="Maximum" direction="0" minimumLabel="Minimum" suffix="" useContinuousLegend="1" prefix="" orientation="2">
      <numericFormat id="basic">
        <Option type="Map">
          <Option type="invalid" name="decimal_separator"/>
          <Option value="6" type="int" name="decimals"/>
          <Option value="0" type="int" name="rounding_type"/>
          <Option value="false" type="bool" name="show_plus"/>
          <Option value="true" type="bool" name="show_thousand_separator"/>
          <Option value="false" type="bool" name="show_trailing_zeros"/>
          <Option type="invalid" name="thousand_separator"/>
        </Option>
      </numericFormat>
    </rampLegendSettings>
    <data-defined-properties>
      <Option type="Map">
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
      </Option>
    </data-defined-properties>
  </renderer-v2>
  <selection mode="Default">
    <selectionColor invalid="1"/>
  </selection>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerGeometryType>0</layerGeometryType>
</qgis>
