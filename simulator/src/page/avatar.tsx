/** A picture of somebody; without one, the first letter of their name. */
export function Avatar({
  name,
  picture,
  size = 40,
}: {
  readonly name: string;
  readonly picture: string | null;
  readonly size?: number;
}) {
  if (picture !== null) return <img className="avatar" src={picture} alt="" width={size} height={size} />;
  return (
    <span className="avatar letter" style={{ width: size, height: size, fontSize: size * 0.45 }} aria-hidden>
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
