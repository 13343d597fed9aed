/** The add-in's name in publish.xml: WPS and the installers know it by this for ever. */
module.exports = 'PerfTable';
