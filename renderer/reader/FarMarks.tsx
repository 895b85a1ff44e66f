// The beginnings of links to passages that are out of sight: each fades out, with a mark that says where it goes.
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import type { FarMark } from './channel-drawing.ts';
import { stubPath } from './curves.ts';

interface FarMarksProps {
  readonly marks: readonly FarMark[];
  readonly width: number;
  readonly bright: (link: Link) => boolean;
  readonly onGo: (link: Link, to: SegmentId) => void;
}

export function FarMarks({ marks, width, bright, onGo }: FarMarksProps) {
  const { t } = useTranslation();
  return (
    <>
      <defs>
        {(['link', 'doubt'] as const).flatMap((colour) =>
          (['left', 'right'] as const).map((side) => (
            <linearGradient
              key={`${colour} ${side}`}
              id={`fade-${colour}-${side}`}
              className={`fade-${colour}`}
              x1={side === 'left' ? 0 : 1}
              x2={side === 'left' ? 1 : 0}
            >
              <stop offset="0.3" />
              <stop offset="1" stopOpacity="0" />
            </linearGradient>
          )),
        )}
      </defs>
      {marks.map(({ side, height, beyond, links }) => {
        const [first] = links;
        if (!first) {
          return null;
        }
        const doubtful = links.some(({ standing }) => standing === 'doubtful');
        const count = first.paragraphsAway;
        const x = side === 'left' ? width * 0.4 : width * 0.6;
        return (
          // A pointer's way to what a key gives by keyboard.
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          <g
            key={`${side} ${first.link.id} ${beyond}`}
            className="far-mark"
            data-standing={doubtful ? 'doubtful' : first.standing}
            data-bright={links.some(({ link }) => bright(link))}
            data-link={first.link.id}
            data-beyond={beyond}
            onClick={() => onGo(first.link, first.to)}
          >
            <title>
              {beyond === 'above'
                ? t('links.far-above', { count })
                : t('links.far-below', { count })}
            </title>
            <rect
              x={side === 'left' ? 0 : width / 2}
              y={height - 7}
              width={width / 2}
              height={14}
              fill="transparent"
            />
            <path
              d={stubPath(side, height, width)}
              style={{ stroke: `url(#fade-${doubtful ? 'doubt' : 'link'}-${side})` }}
            />
            <circle cx={side === 'left' ? 4 : width - 4} cy={height} r={3.5} />
            <text
              x={x}
              y={height}
              textAnchor={side === 'left' ? 'start' : 'end'}
              dominantBaseline="central"
            >
              {beyond === 'above' ? '↑' : '↓'}
              {count} ¶{links.length > 1 && '…'}
            </text>
          </g>
        );
      })}
    </>
  );
}
